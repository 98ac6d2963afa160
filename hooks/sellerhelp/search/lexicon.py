"""The lexicon of the segmenter, learnt from the site's own text by a morphological analyser at build time."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from sellerhelp.search.segmenter import Chunk
from sellerhelp.search.text import clean, is_hangul, runs


@dataclass(frozen=True)
class Morpheme:
    """form: as in the dictionary. tag: of the Sejong set (NNG, VV, JKO, ...). start, length: in the text."""

    form: str
    tag: str
    start: int
    length: int


Analyse = Callable[[str], list[Morpheme]]


class Analyser(Protocol):
    """A morphological analyser that also inflects."""

    def __call__(self, word: str) -> list[Morpheme]:
        """Takes a word of Hangul apart."""
        ...

    def forms(self, stem: str, tag: str) -> list[str]:
        """Returns the surfaces that a verb's stem takes where an ending melts with it: 바꾸 -> 바꿔, 바꿨."""
        ...


# Sejong tags: nouns, verbs, adverbs, roots and so on carry meaning; particles, endings and suffixes do not.
_CONTENT = ("N", "V", "MM", "MA", "IC", "XR", "XPN", "SL", "SH", "SN")
_LIGHT = {"VCP", "VCN", "VX", "XSV", "XSA", "XSN"}
_INFLECTED = ("VV", "VA")
_NO_CHUNK = Chunk(None, (), None)
_UNSEEN = 4.0  # the cost of never having been seen, on top of the stem's
_MOST_LETTERS = 100_000  # what the analyser reads at most: common words first, the rest changes little


class Lexicon:
    """Chunks by surface. Made of what was learnt, or read back from rows."""

    def __init__(self, chunks: dict[str, Chunk]):
        self.chunks = chunks

    def lookup(self, surface: str) -> Chunk | None:
        return self.chunks.get(surface)

    def rows(self) -> list[str]:
        """Prints one chunk a row: surface, content cost in tenths, function cost in tenths, words."""
        return [row for _, row in sorted(self.printed.items())]

    @cached_property
    def printed(self) -> dict[str, str]:
        """The row of each chunk."""
        return {surface: row(surface, chunk) for surface, chunk in self.chunks.items()}


def row(surface: str, chunk: Chunk) -> str:
    content = "" if chunk.content is None else str(round(chunk.content * 10))
    function = "" if chunk.function is None else str(round(chunk.function * 10))
    words = "" if chunk.words == (surface,) else " ".join(chunk.words)
    return f"{surface}\t{content}\t{function}\t{words}".rstrip("\t") if content else f"{surface}\t\t{function}"


def read_rows(rows: Iterable[str]) -> Lexicon:
    """Reads what `rows` printed."""
    chunks = {}
    for row in rows:
        surface, content, function, words = [*row.split("\t"), "", "", ""][:4]
        chunks[surface] = Chunk(
            int(content) / 10 if content else None,
            tuple(words.split()) if words else (surface,) if content else (),
            int(function) / 10 if function else None,
        )
    return Lexicon(chunks)


def words_to_read(counts: Mapping[str, int], spoken: Iterable[str]) -> dict[str, int]:
    """Returns the Hangul words that a lexicon is learnt from, and how often each counts; the same however much text there is.

    counts: how often each run of letters stands in the texts. spoken: what sellers say. Each word will be analysed once,
    common ones first: reading the whole text costs ten times more and cuts alike.
    """
    own = _counted(spoken)
    letters, found = 0, {}
    for run, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if not is_hangul(run):
            continue
        letters += len(run)
        if letters > _MOST_LETTERS:
            break
        found[run] = count + own.pop(run, 0)
    return found | own


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(run for text in texts for run in runs(clean(text)) if is_hangul(run))


@dataclass
class Learnt:
    """How often each chunk and each stem of a verb was seen. words: in which they were, and how often each counts.

    forms: what each stem becomes (see Analyser.forms).
    """

    words: dict[str, int] = field(default_factory=dict)
    content: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)
    function: Counter[str] = field(default_factory=Counter)
    stems: Counter[tuple[str, str]] = field(default_factory=Counter)
    forms: dict[tuple[str, str], Sequence[str]] = field(default_factory=dict)

    def of(self, words: Mapping[str, int], analyse: Analyser) -> Learnt:
        """Makes this what is learnt of other words: only those are read that differ in how often they count."""
        differ = [run for run in dict.fromkeys([*words, *self.words]) if words.get(run) != self.words.get(run)]
        for run in differ:
            self._read(run, analyse(run), words.get(run, 0) - self.words.get(run, 0))
        for counter in (self.content, self.function, self.stems):
            for gone in [seen for seen, count in counter.items() if not count]:
                del counter[gone]
        self.words = dict(words)
        self.forms = {
            stem: self.forms[stem] if stem in self.forms else analyse.forms(*stem) for stem in sorted(self.stems)
        }
        return self

    def lexicon(self) -> Lexicon:
        return _with_forms(_lexicon(self.content, self.function), self.stems, self.forms)

    def _read(self, run: str, morphemes: list[Morpheme], count: int) -> None:
        for surface, words in chunks_of(run, morphemes):
            if words:
                self.content[surface, words] += count
            else:
                self.function[surface] += count
        for one in morphemes:
            if one.tag in _INFLECTED:
                self.stems[one.form, one.tag] += count


def _with_forms(
    lexicon: Lexicon, stems: Counter[tuple[str, str]], forms: Mapping[tuple[str, str], Sequence[str]]
) -> Lexicon:
    """Adds the forms of verbs that no text happened to use: a query will."""
    chunks = dict(lexicon.chunks)
    total = sum(stems.values())
    for (stem, tag), count in sorted(stems.items(), key=lambda item: (-item[1], item[0])):
        for form in forms[stem, tag]:
            old = chunks.get(form, _NO_CHUNK)
            if old.content is None:
                chunks[form] = Chunk(round(_UNSEEN - math.log(count / total), 1), (stem,), old.function)
    return Lexicon(chunks)


def _lexicon(content: Counter[tuple[str, tuple[str, ...]]], function: Counter[str]) -> Lexicon:
    total_content, total_function = sum(content.values()) or 1, sum(function.values()) or 1
    readings: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for (surface, words), count in content.items():
        readings[surface].append((count, words))
    chunks = {}
    for surface in sorted({*readings, *function}):
        best = min(readings[surface], key=lambda reading: (-reading[0], reading[1]), default=None)
        # Rounded here, so that the file and the segmenter know one number.
        cost = round(-math.log(best[0] / total_content), 1) if best else None
        light = round(-math.log(function[surface] / total_function), 1) if function[surface] else None
        chunks[surface] = Chunk(cost, best[1] if best else (), light)
    return Lexicon(chunks)


def chunks_of(run: str, morphemes: list[Morpheme]) -> list[tuple[str, tuple[str, ...]]]:
    """Cuts a word into content chunks (with the words they stand for) and function chunks (with none).

    Contracted forms (돼 is 되 + 어) share their letters: they stay one content chunk.
    Particles and endings in a row are one function chunk.
    """
    spans: list[list] = []  # start, end, words
    for one in morphemes:
        if not one.length:
            continue  # swallowed letters (the 이 of 뭐예요) are no chunk and part no others
        start, end = one.start, one.start + one.length
        words = [one.form] if is_content(one.tag) else []
        if spans and start < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], end)
            spans[-1][2] += words
        elif spans and not words and not spans[-1][2]:
            spans[-1][1] = end
        else:
            spans.append([start, end, words])
    return [(run[start:end], tuple(words)) for start, end, words in spans]


def is_content(tag: str) -> bool:
    return tag.startswith(_CONTENT) and tag not in _LIGHT
