"""The fonts of pictures: Noto, from packages; and for the scripts that no package has, from the system.

Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian, Chinese, Japanese, Korean, Devanagari, Bengali, Tamil,
Telugu, Thai, Lao, Khmer, Burmese and Ethiopic come along. Others, such as Kannada, Gujarati, Malayalam or Sinhala, are
drawn where the system has Noto for them (Debian: fonts-noto-core), and else as boxes.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

PACKS = ("justmytype_intl_south_asia", "justmytype_intl_sea", "justmytype_intl_africa")
SYSTEM = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
JOINERS = "\u200c\u200d\ufe0e\ufe0f"


@functools.lru_cache(4096)
def font_for(cluster: str) -> str:
    """The first font that has all of it; the first of all, with its box for what is missing, if none has."""
    fonts = (*_packaged(), *(_system() if not any(has(font, cluster) for font in _packaged()) else ()))
    return next((font for font in fonts if has(font, cluster)), fonts[0])


@functools.lru_cache(4096)
def has(font: str, cluster: str) -> bool:
    """Whether a font has all characters of a cluster."""
    known = _characters(font)
    return all(ord(character) in known or character in JOINERS for character in cluster)


@functools.cache
def load_font(font: str, size: int, bold: bool) -> Any:
    """A font of Pillow, in pixels."""
    from PIL import ImageFont

    loaded = ImageFont.truetype(font, size)
    if bold and "wght" in font:
        axes = loaded.get_variation_axes()
        loaded.set_variation_by_axes([700 if axis["name"] == b"Weight" else 100 for axis in axes])
    return loaded


@functools.cache
def _packaged() -> tuple[str, ...]:
    import fontpkg_noto_sans
    import fontpkg_noto_sans_arabic
    import noto_cjk_sans_jp_regular
    from matplotlib import get_data_path

    packs = [file for pack in PACKS for file in sorted((_folder(pack) / "fonts").rglob("*.ttf"))]
    return (
        str(fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf"),
        str(fontpkg_noto_sans_arabic.ROOT / "files" / "NotoSansArabic[wdth,wght].ttf"),
        str(noto_cjk_sans_jp_regular.FONT_PATH),
        *map(str, packs),
        f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf",  # Hebrew, Armenian, Georgian and signs
    )


def _folder(package: str) -> Path:
    """Of an installed package, without loading it."""
    from importlib.util import find_spec

    spec = find_spec(package)
    assert spec
    assert spec.origin
    return Path(spec.origin).parent


@functools.cache
def _system() -> tuple[str, ...]:
    """The Noto fonts that are installed on the machine."""
    return tuple(str(file) for place in SYSTEM for file in sorted(place.rglob("Noto*-Regular.ttf")))


@functools.cache
def _characters(font: str) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(font).get_charmap())
