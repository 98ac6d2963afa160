"""The bench measures a small corpus of our own from end to end, and a query that finds the wrong page costs recall."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.conftest import ROOT

CORPUS = {
    "송장번호를 잘못 넣으면 어떻게 고치나요?": "배송 중인 주문만 고칠 수 있어요. 주문을 고르고 송장수정을 누르세요.",
    "정산금은 언제 들어오나요?": "구매가 확정되면 다음 영업일에 계좌로 들어와요.",
    "반품 배송비는 누가 내나요?": "이유에 따라 달라요. 마음이 바뀐 반품은 사는 사람이 내요.",
}
QUERIES = "style\tfaq_index\tquery\nkeyword\t0\t송장번호 고치기\nkeyword\t1\t정산금 언제\nwrong\t0\t반품 배송비\n"


def test_a_small_corpus_is_measured_from_the_build_to_the_slow_phone(tmp_path):
    rows = [json.dumps({"question": title, "answer": text}, ensure_ascii=False) for title, text in CORPUS.items()]
    (tmp_path / "corpus.jsonl").write_text("\n".join(rows), "utf-8")
    (tmp_path / "queries.tsv").write_text(QUERIES, "utf-8")
    command = [sys.executable, "tests/bench/search.py", "--json", "--starts", "1", "--perturb"]
    command += ["--corpus", str(tmp_path / "corpus.jsonl"), "--queries", str(tmp_path / "queries.tsv")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)["ours"]
    assert made["quality, keyword"] == {"queries": 2, "recall@1": 100, "recall@5": 100, "mrr": 1, "zero": 0}
    assert made["quality, wrong"]["recall@1"] == 0, "canary: a wrong first page counts as wrong"
    assert {name: made[f"mistyped, {name}"]["queries"] for name in ("no spaces", "one wrong jamo", "English keys")} == {
        "no spaces": 3,
        "one wrong jamo": 9,
        "English keys": 3,
    }
    sizes = made["bytes"]
    assert 0 < sizes["before the box"] < sizes["first result, scripts in it"] < sizes["first result"]
    assert 0 < made["slow phone ms"]["first page"] < 20_000 and made["slow phone ms"]["nothing seen"] == 0
    assert made["answer ms"]["given up"] == 0 and made["build cpu s"]["search, cold"] > 0
