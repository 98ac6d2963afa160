"""What is marked in results: the words that were typed, as they are inflected, and what means the same."""

from __future__ import annotations

import pytest
from sellerhelp.search.cuts import Cutter
from sellerhelp.search.documents import Document
from sellerhelp.search.index import make_index
from sellerhelp.search.lexicon import read_rows
from sellerhelp.search.query import Synonym
from sellerhelp.search.shards import as_browsers_see_it, write_files

STEMS = {"정산": "", "환불": "", "물건": "", "돌려주": "", "늦": "어 은", "빠르": ""}
ROWS = [f"{stem}\t30" for stem in STEMS] + [
    f"{stem}{end}\t40\t\t{stem}" for stem, ends in STEMS.items() for end in ends.split()
]
LEXICON = read_rows([*ROWS, "빠른\t40\t\t빠르", "빨라\t40\t\t빠르", *(f"{end}\t\t10" for end in "하을요게은이")])
SYNONYMS = [Synonym(("환불",), (("물건", "돌려주"),), 0.9)]
BODIES = [
    "정산이 늦어요. 늦은 정산은 다음 날 와요.",
    "물건을 돌려주면 환불을 해요.",
    "물건을 늦게 보내요.",
    "빠른 정산",
    "빨라요 <b>정산</b> & API",
    "정산 안내예요. 첫째 줄은 여기에서 끝나요. " + "그다음 줄은 길어요. " * 20,
]
ASK = """async ([address, files, queries]) => {
  const { Engine } = await import(address);
  const engine = new Engine(async (name) => JSON.parse(files[name]));
  const out = [];
  for (const query of queries) out.push((await engine.answer(query)).items.flat());
  return out;
}"""


@pytest.fixture(scope="module")
def answered(browser, assets_url):
    documents = [Document("page", f"p{at}/", f"p{at}/", f"글 {at}", body) for at, body in enumerate(BODIES)]
    files = write_files(*as_browsers_see_it(make_index(documents, Cutter(LEXICON), SYNONYMS)))
    page = browser.new_page()
    page.goto(f"{assets_url}/sellerhelp/search/worker.js")
    address = f"{assets_url}/sellerhelp/search/engine.js"
    yield lambda query: {item["location"]: item for item in page.evaluate(ASK, [address, files, [query]])[0]}
    page.close()


@pytest.mark.parametrize(
    ("query", "location", "text"),
    [
        ("늦게", "p0/", "정산이 <mark>늦어</mark>요. <mark>늦은</mark> 정산은 다음 날 와요."),
        ("빠르게", "p3/", "<mark>빠른</mark> 정산"),
        ("환불", "p1/", "<mark>물건</mark>을 <mark>돌려주</mark>면 <mark>환불</mark>을 해요."),
        ("환불 늦은", "p2/", "물건을 늦게 보내요."),  # 물건 alone is no 환불, and 늦 alone is too short
        ("정산 api", "p4/", "빨라요 &lt;b&gt;<mark>정산</mark>&lt;/b&gt; &amp; <mark>API</mark>"),
    ],
)
def test_what_was_meant_is_marked_and_nothing_else(answered, query, location, text):
    item = answered(query)[location]
    assert item["text"] == text
    assert all(item["terms"].values()) and set(item["terms"]) == {
        term for term in item["terms"] if term in text.lower()
    }


def test_a_text_that_is_cut_after_a_sentence_keeps_its_stop_apart_from_the_dots(answered):
    text = answered("정산")["p5/"]["text"]
    assert text.startswith("<mark>정산</mark> 안내예요.") and text.endswith("길어요. …")
