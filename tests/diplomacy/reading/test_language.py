"""The language of a text is told by the text, and by the feed where the text is too short."""

import pytest

from diplomacy.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Turkey and South Korea have agreed to expand cooperation.", "en"),
        ("Türkiye ve Güney Kore iş birliğini genişletme konusunda anlaştı.", "tr"),
        ("한국과 튀르키예가 협력을 확대하기로 합의했다.", "ko"),
        ("La Turquie et la Corée du Sud ont convenu d'élargir leur coopération.", "fr"),
        ("Турция и Южная Корея договорились расширить сотрудничество.", "ru"),
        ("اتفقت تركيا وكوريا الجنوبية على توسيع التعاون.", "ar"),
        ("土耳其和韩国同意扩大合作。", "zh"),
        ("トルコと韓国は協力の拡大で合意した。", "ja"),
        ("Η Τουρκία και η Νότια Κορέα συμφώνησαν.", "el"),
    ],
)
def test_a_sentence_tells_its_language(text: str, language: str) -> None:
    assert language_of(text, None) == language


def test_the_feeds_language_decides_where_the_text_tells_nothing() -> None:
    assert language_of("1234 !!", "tr") == "tr"
    assert language_of("", None) is None
    assert language_of("G20", "tr") == "tr"
