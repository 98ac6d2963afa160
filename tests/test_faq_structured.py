"""The data for search engines."""

from __future__ import annotations

from sellerhelp.faq.structured import faq_page


def test_each_question_stands_with_its_accepted_answer_in_order():
    assert faq_page(iter([("하나?", "네."), ("<둘>?", "아니요 & 네.")])) == {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": "하나?", "acceptedAnswer": {"@type": "Answer", "text": "네."}},
            {"@type": "Question", "name": "<둘>?", "acceptedAnswer": {"@type": "Answer", "text": "아니요 & 네."}},
        ],
    }


def test_no_questions_give_an_empty_page():
    assert faq_page([])["mainEntity"] == []
