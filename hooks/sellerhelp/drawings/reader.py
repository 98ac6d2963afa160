"""Reads a drawing: the SVG file of a writer, checked part by part with its place."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import StringIO
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml import DefusedXmlException

from sellerhelp.drawings.form import (
    ATTRIBUTES,
    COLOURS,
    DEFAULT_SIZE,
    ELEMENTS,
    NAMES,
    NO_COLOUR,
    PAINT,
    PHONE,
    SMALLEST,
    WIDEST,
    WORDS,
)
from sellerhelp.particle import attach
from sellerhelp.problem import Problem, nearest
from sellerhelp.yamltext import Place

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 480" width="360" height="480">'
LARGEST = 60_000  # characters: a drawing stands in the page itself


@dataclass(frozen=True)
class Drawing:
    """root: the <svg>, without names of its own and without a namespace."""

    root: etree.Element


NOTHING = Drawing(etree.Element("svg"))


def read_drawing(source: str, shown: str) -> tuple[Drawing, list[Problem]]:
    """Reads one file. shown: its path in problems. A drawing with a mistake is an empty one."""
    top = Place(shown, 1, 1)
    if len(source) > LARGEST:
        text = f"그림이 {len(source):,}자예요. {LARGEST:,}자까지만 쪽에 넣을 수 있어요."
        return NOTHING, [top.problem(text, "모양을 줄이거나 PNG로 저장하세요.", rule="drawing-large")]
    building = _Building(shown)
    parser = defusedxml.sax.make_parser()
    parser.setContentHandler(building)
    try:
        parser.parse(StringIO(source))
    except SAXParseException as error:
        place = Place(shown, error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1)
        return NOTHING, [_unreadable(place)]
    except (DefusedXmlException, ValueError):
        return NOTHING, [_unreadable(top)]
    if building.problems or building.root is None:
        return NOTHING, building.problems
    return Drawing(building.root), []


def _unreadable(place: Place) -> Problem:
    mend = f"태그가 모두 닫혔는지 확인하세요. 첫 줄의 예: {_HEAD}"
    return place.problem("그림 파일을 읽을 수 없어요.", mend, rule="drawing-broken")


@dataclass
class _Building(ContentHandler):
    shown: str
    root: etree.Element | None = None
    problems: list[Problem] = field(default_factory=list)
    _open: list[etree.Element] = field(default_factory=list)
    _sizes: list[float] = field(default_factory=lambda: [DEFAULT_SIZE])

    def __post_init__(self) -> None:
        super().__init__()

    def startElement(self, name: str, attrs: Mapping[str, str]) -> None:
        values = dict(attrs.items())
        values.pop("xmlns", None)
        place = self._place()
        element = etree.Element(name, values)
        if not self._open:
            self.root = element
            self.problems += _root_problems(name, values, place)
        elif name not in NAMES:
            self._open[-1].append(element)
        self.problems += [*_part_problems(name, values, place), *_colour_problems(values, place)]
        self._open.append(element)
        self._sizes.append(_number(values.get("font-size")) or self._sizes[-1])
        if name in WORDS:
            self._judge_letters(place)

    def endElement(self, name: str) -> None:
        self._open.pop()
        self._sizes.pop()

    def characters(self, content: str) -> None:
        element = self._open[-1]
        if element.tag not in WORDS:
            return
        if len(element):
            element[-1].tail = (element[-1].tail or "") + content
        else:
            element.text = (element.text or "") + content

    def _place(self) -> Place:
        locator = self._locator  # type: ignore[attr-defined]
        return Place(self.shown, locator.getLineNumber() or 1, (locator.getColumnNumber() or 0) + 1)

    def _judge_letters(self, place: Place) -> None:
        width = _number(self.root.get("width")) if self.root is not None else None
        seen = self._sizes[-1] * min(1.0, PHONE / max(width or PHONE, 1))
        if seen < SMALLEST:
            needed = SMALLEST * max(width or PHONE, PHONE) / PHONE
            text = f"휴대폰에서 글자가 {seen:.0f}픽셀로 보여요. 너무 작아요."
            mend = f"font-size를 {needed:.0f} 이상으로 하거나 그림의 너비를 줄이세요."
            self.problems.append(place.problem(text, mend, rule="drawing-letters"))


def _root_problems(name: str, values: Mapping[str, str], place: Place) -> list[Problem]:
    width, height = _number(values.get("width")), _number(values.get("height"))
    box = values.get("viewBox", "").split()
    if name != "svg" or not width or not height or len(box) != 4:
        text = "그림의 첫 줄에 크기(viewBox, width, height)가 없어요."
        return [place.problem(text, f"예: {_HEAD}", rule="drawing-size")]
    if width > WIDEST:
        text = f"그림의 너비가 {attach(f'{width:.0f}', '이에요/예요', quote=False)}. {WIDEST}까지만 쓸 수 있어요."
        return [place.problem(text, f"휴대폰에서도 읽히게 위아래로 긴 그림이 좋아요. 예: {_HEAD}", rule="drawing-size")]
    return []


def _part_problems(name: str, values: Mapping[str, str], place: Place) -> list[Problem]:
    if name not in ELEMENTS:
        mend = f"쓸 수 있는 것: {', '.join(sorted(ELEMENTS))}"
        return [place.problem(f"그림에는 <{name}> 태그를 쓸 수 없어요.", mend, rule="drawing-part")]
    problems = []
    for attribute in values:
        if attribute not in ATTRIBUTES:
            near = nearest(attribute, sorted(ATTRIBUTES))
            mend = (
                f"{attach(near, '을/를')} 쓰려고 했나요?" if near else '모양과 색만 속성으로 적으세요. 예: fill="none"'
            )
            text = f"그림에 쓸 수 없는 속성이에요: {attribute}"
            problems.append(place.problem(text, mend, rule="drawing-part"))
    return problems


def _colour_problems(values: Mapping[str, str], place: Place) -> list[Problem]:
    problems = []
    for name in PAINT:
        colour = values.get(name, NO_COLOUR)
        if colour not in COLOURS and colour != NO_COLOUR:
            known = ", ".join(f"{code}({title})" for code, title in COLOURS.items())
            text = f"{attach(name, '이/가')} 정해진 색이 아니에요: {colour}"
            problems.append(place.problem(text, f"쓸 수 있는 색: {known}", rule="drawing-colour"))
    return problems


def _number(text: str | None) -> float | None:
    return float(text) if text and re.fullmatch(r"\d{1,5}(\.\d{1,3})?", text) else None
