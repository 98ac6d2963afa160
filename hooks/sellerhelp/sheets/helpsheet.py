"""What the help sheet of an exported workbook says."""

from __future__ import annotations

from sellerhelp.sheets.columns import COLUMNS

_BEFORE = (
    "매뉴얼마다 시트가 하나 있어요. 한 행이 질문 하나예요.",
    "고칠 칸만 고치고 저장하세요. 고치지 않은 질문은 파일에서 한 글자도 바뀌지 않아요.",
    "새 질문은 넣을 자리에 행을 끼우거나 맨 아래 빈 행에 적으세요. 위 행의 질문 바로 뒤에 들어가요.",
    "질문을 지우려면 행을 통째로 지우세요. 공개했던 id는 답을 이어받은 질문의 ‘옛 id’ 칸에 적으세요.",
    "질문을 다른 매뉴얼로 옮기려면 행을 그 시트로 옮기세요. 답 안의 링크는 새 자리에 맞게 바뀌어요.",
    "행의 순서를 바꾸거나 정렬해도 faq.yml의 순서는 그대로예요.",
)
_AFTER = (
    "수식, 합친 셀, 매크로, 다른 파일로 가는 연결은 받지 않아요.",
    "‘=’, ‘+’, ‘-’, ‘@’로 시작하는 글은 맨 앞에 작은따옴표(')를 적으면 글로 남아요.",
    "id 칸은 잠겨 있어요. 꼭 고쳐야 하면 ‘검토 > 시트 보호 해제’를 누르세요. 암호는 없어요.",
    "저장한 파일은 이렇게 되돌려 넣어요: make faq-import FILE=파일이름.xlsx",
    "쓰기 전에 무엇이 바뀌는지만 보려면 뒤에 DRY=1을 붙이세요.",
)


def help_rows() -> list[tuple[str, str]]:
    """Returns the rows of the sheet: a term or "", and a sentence."""
    columns = [(column.title, column.note) for column in COLUMNS]
    return [
        ("자주 묻는 질문 고치기", ""),
        *(("", text) for text in _BEFORE),
        ("칸", ""),
        *columns,
        ("알아 둘 것", ""),
        *(("", text) for text in _AFTER),
    ]
