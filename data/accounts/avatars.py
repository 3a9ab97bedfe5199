"""The picture of an account, for the disc on its cards: a small PNG in the database, which forgets and backs it up."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from sqlite_utils import Database

from data.errors import UnreadableSource
from data.storage.database import change, one

SIZE = 256  # pixels
MAX_BYTES = 20 << 20
MAX_PIXELS = 25_000_000  # which take some 200 MB to look at


def store_avatar(db: Database, account_id: int, file: Path) -> None:
    """Take the middle of a picture in any usual format. Raises `UnreadableSource`."""
    from PIL import Image, ImageOps

    try:
        if file.stat().st_size > MAX_BYTES:
            raise UnreadableSource(file, f"it is larger than {MAX_BYTES >> 20} MiB.")
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=("PNG", "JPEG", "WEBP", "GIF")) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise UnreadableSource(file, f"it has more than {MAX_PIXELS // 1_000_000} million pixels.")
                square = ImageOps.fit(ImageOps.exif_transpose(picture).convert("RGB"), (SIZE, SIZE))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableSource(file, f"it is not a PNG, JPEG, WebP or GIF picture ({error}).") from error
    out = io.BytesIO()
    square.save(out, "PNG")
    change(db, "INSERT OR REPLACE INTO avatars (account_id, png) VALUES (?, ?)", account_id, out.getvalue())


def avatar_of(db: Database, account_id: int) -> bytes | None:
    """A PNG of `SIZE` by `SIZE` pixels, if one is stored."""
    row = one(db, "SELECT png FROM avatars WHERE account_id = ?", account_id)
    return row["png"] if row else None
