"""The table of all rules: what this project can find, each with the canary that proves it.

A problem names its rule. tests/test_gate_rules.py compares this table with the code
(no rule unknown, none unused) and tests/test_canaries.py with tests/canaries/.
"""

from __future__ import annotations

from dataclasses import dataclass

from sellerhelp.problem import Level


@dataclass(frozen=True)
class Rule:
    """id: kebab-case, its feature first. title: one line for writers, in Korean. fixes: `--fix` mends it."""

    id: str
    title: str
    level: Level = "error"
    fixes: bool = False

    @property
    def feature(self) -> str:
        return self.id.partition("-")[0]


# The first word of an id -> what is checked: a row of the table in README.md.
FEATURES = {
    **dict.fromkeys(("host", "file", "yaml", "data"), "files, YAML, keys and values"),
    **dict.fromkeys(("head", "manual", "page", "related"), "page heads, numbers, related pages"),
    **dict.fromkeys(("published", "redirect"), "addresses that readers may have linked to"),
    **dict.fromkeys(("block", "faq"), "blocks and questions"),
    "sheets": "spreadsheets of questions",
    "contact": "hours and days off",
    **dict.fromkeys(("search", "synonym"), "search promises, synonyms"),
    "link": "links, in pages, answers and data",
    **dict.fromkeys(("image", "drawing"), "pictures and drawings"),
    **dict.fromkeys(("html", "markup", "include"), "HTML and Markdown of the finished pages"),
    **dict.fromkeys(("heading", "list", "table"), "headings, lists, tables, on screen and paper"),
    "glossary": "the glossary",
    "book": "the printed books",
    "words": "the language: terms, register, spelling, spacing, questions asked twice",
    "facts": "the fact base, and what rests on it",
    **dict.fromkeys(("notices", "changes", "checklist", "feedback"), "notices, changes, checklists, feedback"),
    **dict.fromkeys(("values", "settlement", "fees"), "dated values and the calculators that use them"),
}

RULES = (
    Rule("host-warning", "MkDocs가 알린 것이 있어요"),
    #
    Rule("file-link-outside", "docs 밖을 가리키는 바로가기예요"),
    Rule("file-link-folder", "폴더를 가리키는 바로가기예요"),
    Rule("file-encoding", "UTF-8로 저장한 파일이 아니에요"),
    Rule("file-conflict", "합쳐지지 않은 두 글이 남아 있어요"),
    Rule("file-control", "보이지 않는 제어 문자가 있어요"),
    Rule("file-too-big", "쪽이 너무 커요"),
    Rule("file-nesting", "인용, 들여쓰기, 괄호가 너무 깊어요"),
    Rule("file-name", "파일 이름에 쓸 수 없는 글자가 있어요"),
    Rule("file-name-twice", "두 파일의 주소가 같아져요"),
    #
    # Spreadsheets of questions (make faq-export, make faq-import).
    Rule("sheets-size", "파일이 너무 커요"),
    Rule("sheets-kind", "엑셀 파일이 아니에요"),
    Rule("sheets-macro", "매크로가 든 파일이에요"),
    Rule("sheets-link", "바깥을 가리키는 연결이 있어요"),
    Rule("sheets-object", "끼워 넣은 개체가 있어요"),
    Rule("sheets-encrypted", "암호가 걸린 파일이에요"),
    Rule("sheets-bomb", "압축을 풀면 너무 커지는 파일이에요"),
    Rule("sheets-entity", "파일 안에 위험한 XML이 있어요"),
    Rule("sheets-rows", "표가 너무 커요"),
    Rule("sheets-broken", "파일이 깨져서 읽을 수 없어요"),
    Rule("sheets-encoding", "글자를 읽을 수 없는 파일이에요"),
    Rule("sheets-quotes", "CSV의 따옴표가 맞지 않아요"),
    Rule("sheets-merged", "합친 셀이 있어요"),
    Rule("sheets-hidden", "숨긴 것도 읽었어요", "warning"),
    Rule("sheets-empty", "파일에 질문이 하나도 없어요"),
    Rule("sheets-manual", "어느 매뉴얼인지 알 수 없어요"),
    Rule("sheets-column", "칸 이름이 틀렸어요"),
    Rule("sheets-row", "질문이 없는 행에 글이 있어요"),
    Rule("sheets-double", "id가 두 번 있어요"),
    Rule("sheets-formula", "수식이나 오류 값이 있어요"),
    Rule("sheets-length", "한 칸의 글이 너무 길어요"),
    Rule("sheets-control", "보이지 않는 특수문자가 있어요"),
    Rule("sheets-number", "엑셀이 글을 다른 값으로 바꿨어요"),
    Rule("sheets-blank", "꼭 있어야 할 칸이 비어 있어요"),
    Rule("sheets-removed", "질문이 시트에서 사라졌어요"),
    Rule("sheets-orphaned", "공개했던 질문을 이어받은 질문이 없어요"),
    Rule("sheets-layout", "faq.yml의 모양이 달라 고칠 수 없어요"),
    Rule("sheets-source", "원본의 글자를 읽을 수 없어요"),
    Rule("sheets-unlike", "스프레드시트에 담을 수 없는 글이 있어요"),
    #
    Rule("yaml-too-big", "데이터 파일이 너무 커요"),
    Rule("yaml-character", "YAML에 쓸 수 없는 글자가 있어요"),
    Rule("yaml-syntax", "YAML의 모양이 틀렸어요"),
    Rule("yaml-alias", "YAML 별칭(*이름)을 썼어요"),
    Rule("yaml-anchor", "‘&’로 시작하는 값을 썼어요"),
    Rule("yaml-tag", "‘!’로 시작하는 값을 썼어요"),
    Rule("yaml-too-deep", "들여쓰기가 너무 깊어요"),
    Rule("yaml-key", "이름이 글자가 아니에요"),
    Rule("yaml-key-twice", "같은 이름이 두 번 있어요"),
    #
    Rule("data-not-map", "‘이름: 값’ 줄이 와야 해요"),
    Rule("data-missing", "꼭 있어야 할 줄이 없어요"),
    Rule("data-unknown", "모르는 이름이 있어요"),
    Rule("data-not-text", "글 하나가 와야 해요"),
    Rule("data-empty", "값이 비어 있어요"),
    Rule("data-not-list", "목록이 와야 해요"),
    Rule("data-pattern", "값의 모양이 틀렸어요"),
    Rule("data-word", "정해진 값이 아니에요"),
    Rule("data-date", "날짜를 읽을 수 없어요"),
    Rule("data-number", "수가 와야 해요"),
    #
    Rule("head-missing", "쪽 정보(--- 두 줄 사이)가 없어요"),
    Rule("head-empty", "쪽 정보가 비어 있어요"),
    Rule("head-key-place", "사이트의 첫 쪽에만 쓸 수 있는 줄이에요"),
    Rule("head-as-of", "기준일(as_of)이 없어요"),
    Rule("head-review", "다시 살펴볼 날(review)이 없어요"),
    Rule("head-review-order", "다시 살펴볼 날이 고친 날보다 뒤가 아니에요"),
    Rule("head-review-overdue", "다시 살펴볼 날이 지났어요", "warning"),
    Rule("head-owner", "쪽을 맡은 팀(owner)이 없어요"),
    Rule("head-owner-unknown", "목록에 없는 팀이에요"),
    Rule("head-teams", "팀 목록(docs/teams.yml)이 비어 있어요"),
    Rule("head-title-long", "쪽의 제목이 너무 길어요"),
    Rule("head-title-twice", "두 쪽의 제목이 같아요"),
    Rule("head-description", "설명의 길이가 알맞지 않아요"),
    #
    Rule("published-page", "공개했던 쪽이 사라졌어요"),
    Rule("published-anchor", "공개했던 자리가 사라졌어요"),
    Rule("published-new", "공개한 목록에 없는 쪽이에요", "warning"),
    Rule("redirect-name", "예전 이름의 모양이 틀렸어요"),
    Rule("redirect-taken", "예전 이름을 다른 쪽이 쓰고 있어요"),
    #
    Rule("manual-overview", "매뉴얼에 첫 쪽 index.md가 없어요"),
    Rule("manual-number", "매뉴얼의 첫 쪽에 매뉴얼 번호가 없어요"),
    Rule("manual-number-twice", "매뉴얼 번호가 겹쳐요"),
    Rule("page-todo", "아직 채우지 않은 곳이 있어요"),
    Rule("page-number-missing", "쪽 번호가 없어요"),
    Rule("page-number-manual", "쪽 번호가 매뉴얼과 달라요"),
    Rule("page-number-twice", "쪽 번호가 겹쳐요"),
    #
    Rule("related-missing", "이어 볼 쪽이 없어요"),
    #
    Rule("block-unknown", "모르는 블록이에요"),
    Rule("block-unclosed", "블록이 닫히지 않았어요"),
    Rule("block-index-options", "index 블록에 무언가를 적었어요"),
    #
    Rule("faq-none", "질문이 하나도 없어요"),
    Rule("faq-not-list", "faq.yml이 목록이 아니에요"),
    Rule("faq-id-twice", "질문 id가 겹쳐요"),
    Rule("faq-id-gone", "공개했던 질문이 사라졌어요"),
    Rule("faq-id-unrecorded", "공개한 목록에 없는 질문이에요", "warning"),
    Rule("faq-block-options", "faq 블록에 무엇을 놓을지 적지 않았어요"),
    Rule("faq-block-none", "faq 블록에 맞는 질문이 없어요"),
    Rule("faq-block-unknown", "faq 블록에 모르는 이름이 있어요"),
    #
    Rule("contact-empty", "운영 시간 파일이 비어 있어요"),
    Rule("contact-twice", "창구나 날짜가 두 번 있어요"),
    Rule("contact-week", "요일과 시간을 읽을 수 없어요"),
    Rule("contact-week-none", "상담하는 요일이 없어요"),
    Rule("contact-day-unknown", "모르는 요일이에요"),
    Rule("contact-day-twice", "한 요일의 시간이 두 번 있어요"),
    Rule("contact-one-range", "시간 하나만 와야 해요"),
    Rule("contact-comma", "시간에 남는 쉼표가 있어요"),
    Rule("contact-range", "시간을 읽을 수 없어요"),
    Rule("contact-range-order", "시간의 앞뒤가 맞지 않아요"),
    Rule("contact-range-overlap", "시간이 겹쳐요"),
    Rule("contact-lunch", "점심시간이 상담 시간 밖에 있어요"),
    Rule("contact-idle-key", "상담 시간이 없는 창구에 쓸 수 없는 줄이에요"),
    Rule("contact-closed-hours", "임시휴무에 시간을 적었어요"),
    Rule("contact-channel-unknown", "모르는 창구예요"),
    Rule("contact-channel-no-hours", "상담 시간이 없는 창구에 예외를 적었어요"),
    Rule("contact-outside-calendar", "예외 날짜가 쉬는 날 달력 밖이에요", "warning"),
    Rule("contact-calendar-missing", "쉬는 날 달력이 없어요"),
    Rule("contact-calendar-order", "쉬는 날 달력의 끝이 시작보다 앞서요"),
    Rule("contact-calendar-range", "쉬는 날이 달력의 기간 밖이에요"),
    # An error in `make check`, a warning while a site is built: an old clone must still build.
    Rule("contact-horizon", "쉬는 날 달력이 곧 끝나요"),
    #
    Rule("search-promise", "찾을 말로 찾아지지 않아요"),
    Rule("synonym-single", "비슷한 말 묶음에 낱말이 하나뿐이에요"),
    Rule("synonym-twice", "한 묶음에 같은 낱말이 두 번 있어요", "warning"),
    Rule("synonym-weight", "비슷한 말의 무게를 읽을 수 없어요"),
    #
    Rule("link-dead", "링크가 가리키는 곳이 없어요"),
    Rule("link-anchor", "링크가 가리키는 자리(#이름)가 없어요"),
    Rule("link-frame", "사이트의 틀이 가리키는 곳이 없어요"),
    Rule("link-scheme", "쓸 수 없는 주소예요"),
    Rule("link-http", "암호화하지 않는 http 주소예요"),
    Rule("link-own-site", "이 사이트의 쪽을 전체 주소로 적었어요", fixes=True),
    Rule("link-absolute", "링크가 ‘/’로 시작해요", fixes=True),
    Rule("link-html", "링크가 .html로 끝나요", fixes=True),
    Rule("link-slash", "링크의 주소 끝에 ‘/’가 없어요", fixes=True),
    Rule("link-address", "링크에 파일 이름 대신 주소를 적었어요", fixes=True),
    Rule("link-reference", "링크 이름이 가리키는 주소가 없어요"),
    #
    Rule("image-missing", "그림 파일이 없어요"),
    Rule("image-alt", "그림에 설명이 없어요"),
    Rule("image-size", "그림에 크기가 없어요", fixes=True),
    Rule("image-heavy", "그림이 너무 무거워요"),
    Rule("image-unused", "어느 쪽에서도 보여 주지 않는 그림이에요", "warning"),
    Rule("image-date", "그림을 찍은 날짜를 읽을 수 없어요"),
    Rule("image-old", "쪽을 고치기 전에 찍은 그림이에요", "warning"),
    #
    Rule("drawing-broken", "그림 파일(SVG)을 읽을 수 없어요"),
    Rule("drawing-large", "그림 파일(SVG)이 너무 길어요"),
    Rule("drawing-size", "그림 파일(SVG)에 크기가 없거나 너무 넓어요"),
    Rule("drawing-part", "그림 파일(SVG)에 쓸 수 없는 태그나 속성이 있어요"),
    Rule("drawing-colour", "그림 파일(SVG)에 정해지지 않은 색이 있어요"),
    Rule("drawing-letters", "그림의 글자가 휴대폰에서 너무 작아요"),
    #
    # The printed books; tests/cases/book_problems.yml plants each.
    Rule("book-picture", "책에 찍을 그림이 없거나 찍을 수 없는 그림이에요"),
    Rule("book-alt-text", "책에 찍을 그림에 말로 옮긴 글이 없어요"),
    Rule("book-no-print-form", "종이에 찍을 수 없는 내용이에요"),
    Rule("book-too-deep", "책에 찍기에는 너무 깊어요"),
    Rule("book-link", "책의 링크가 가리키는 곳이 없어요"),
    Rule("book-anchor", "책의 링크가 가리키는 자리가 없어요"),
    Rule("book-long-address", "책에 찍기에 주소가 너무 길어요"),
    Rule("book-long-label", "책에 찍기에 이름이 너무 길어요"),
    Rule("book-overfull-cell", "표의 칸에 들어가지 않는 낱말이 있어요"),
    Rule("book-overfull-line", "줄에 들어가지 않는 글이 있어요"),
    Rule("book-glyph", "책의 글꼴에 없는 글자가 있어요"),
    Rule("book-edition", "앞 판의 기록을 읽을 수 없어요"),
    Rule("book-press", "책을 조판하지 못했어요"),
    #
    Rule("glossary-form", "용어 목록의 꼴이 달라요"),
    Rule("glossary-twice", "용어나 그 이름이 두 번 있어요"),
    Rule("glossary-page", "용어가 가리키는 쪽이 없어요"),
    #
    Rule("html-refused", "쓸 수 없는 HTML이에요"),
    Rule("html-attribute", "쓸 수 없는 HTML 속성이에요"),
    Rule("html-unclosed", "HTML이 닫히지 않았어요"),
    Rule("html-id-twice", "자리 이름이 한 쪽에 두 번 있어요"),
    Rule("markup-left", "마크다운 기호가 그대로 보여요"),
    Rule("include-unknown", "다른 파일을 끼워 넣으려고 했어요"),
    #
    Rule("heading-skipped", "제목의 단계를 건너뛰었어요"),
    Rule("heading-title", "본문에 큰제목(#)을 적었어요"),
    Rule("heading-anchor", "제목에 자리 이름이 없어요"),
    Rule("heading-empty", "제목에 글이 없어요"),
    Rule("heading-section", "제목 아래에 글이 없어요"),
    Rule("heading-long", "제목이 종이에서 두 줄이 돼요"),
    Rule("heading-mark", "제목이 부호로 끝나요", fixes=True),
    Rule("list-deep", "목록이 너무 깊어요"),
    Rule("list-single", "번호 목록에 항목이 하나뿐이에요"),
    Rule("table-cells", "표의 칸 수가 머리줄과 달라요"),
    Rule("table-wide", "표의 칸이 너무 많아요"),
    Rule("table-long", "표의 한 칸이 너무 길어요"),
    #
    Rule("words-term", "쓰지 않기로 한 말이에요", fixes=True),
    Rule("words-term-mild", "다른 말이 더 나아요", "warning"),
    Rule("words-term-twice", "용어 파일에 한 낱말이 두 번 있어요"),
    Rule("words-spelling", "잘못 적은 말이에요", fixes=True),
    Rule("words-person", "읽는 사람을 불렀어요"),
    Rule("words-style", "해요체가 아니에요", fixes=True),
    Rule("words-style-casual", "반말이나 명사로 끝났어요"),
    Rule("words-copula", "이에요와 예요가 앞말에 맞지 않아요", fixes=True),
    Rule("words-particle-twice", "조사가 겹쳤어요", fixes=True),
    Rule("words-word-twice", "같은 낱말이 두 번 이어져요", fixes=True),
    Rule("words-space", "빈칸이 남아요", fixes=True),
    Rule("words-exclamation", "느낌표를 썼어요", fixes=True),
    Rule("words-long", "문장이 길어요", "warning"),
    Rule("words-abbreviation", "줄임말을 풀이 없이 썼어요"),
    Rule("words-invisible", "보이지 않거나 깨진 글자가 있어요", fixes=True),
    Rule("words-nfd", "한글이 낱자로 풀려 있어요", fixes=True),
    Rule("words-question-same", "말만 다르고 뜻이 같은 질문이 있어요"),
    Rule("words-question-near", "비슷한 질문이 있어요", "warning"),
    #
    Rule("facts-id", "사실에 제 번호가 없어요"),
    Rule("facts-empty", "사실의 번호만 있고 글이 없어요"),
    Rule("facts-source", "사실에 출처가 없어요"),
    Rule("facts-double", "한 번호가 두 사실을 가리켜요"),
    Rule("facts-unknown", "없는 사실에 기대고 있어요"),
    Rule("facts-basis", "바뀌었을 수 있는 사실인데 기준일이 없어요"),
    #
    Rule("notices-not-list", "공지 파일이 목록이 아니에요"),
    Rule("notices-id-twice", "공지 id가 겹쳐요"),
    Rule("notices-date", "공지의 날짜를 읽을 수 없어요"),
    Rule("notices-until-before-from", "공지가 시작하기 전에 끝나요"),
    Rule("notices-manual", "공지가 없는 매뉴얼을 가리켜요"),
    Rule("notices-text-length", "공지가 너무 길어요"),
    Rule("notices-one-sentence", "공지가 한 문장이 아니에요"),
    Rule("notices-text-link", "공지의 링크를 읽을 수 없어요"),
    Rule("notices-link", "공지가 없는 쪽이나 쓸 수 없는 주소를 가리켜요"),
    #
    Rule("changes-text-length", "바뀐 내용이 너무 길어요"),
    Rule("changes-after-updated", "고친 날이 updated보다 뒤예요"),
    #
    Rule("checklist-title", "점검표에 제목이 없어요"),
    Rule("checklist-id", "점검표에 id가 없어요"),
    Rule("checklist-id-twice", "점검표 id가 겹쳐요"),
    Rule("checklist-empty", "점검표에 항목이 없어요"),
    Rule("checklist-item-twice", "점검표에 같은 항목이 두 번 있어요"),
    #
    Rule("feedback-endpoint", "의견을 받을 주소를 쓸 수 없어요"),
    #
    Rule("yaml-braces", "‘{{’로 시작하는 값을 그대로 적었어요"),
    #
    Rule("values-form", "값 목록의 꼴이 달라요"),
    Rule("values-twice", "값의 이름이 두 번 있어요"),
    Rule("values-backwards", "값이 시작하기 전에 끝나요"),
    Rule("values-start-missing", "값이 시작하는 날이 없어요"),
    Rule("values-overlap", "값의 기간이 겹쳐요"),
    Rule("values-unsorted", "값이 날짜 순서가 아니에요"),
    Rule("values-unknown", "값이 없어요"),
    Rule("values-none-in-force", "오늘 정해진 값이 없어요"),
    Rule("values-not-here", "제목이나 이름에 값을 적었어요"),
    Rule("values-unclosed", "값의 괄호가 맞지 않아요"),
    Rule("values-by-hand", "값의 이름 곁에 수를 손으로 적었어요"),
    Rule("values-block", "value 블록에 값의 이름이 없어요"),
    #
    Rule("settlement-value-missing", "정산일 계산기가 쓰는 값이 없어요"),
    Rule("settlement-number", "정산일 계산기가 쓰는 값이 수가 아니에요"),
    #
    Rule("fees-value-missing", "수수료 계산기가 쓰는 값이 없어요"),
    Rule("fees-rate", "수수료 계산기가 쓰는 값이 요율이 아니에요"),
)

BY_ID = {rule.id: rule for rule in RULES}
