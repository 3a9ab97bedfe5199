"""Upload of an exported voice to the Hugging Face hub: opt-in, private unless told otherwise, and never a tweet."""

from __future__ import annotations

from pathlib import Path

from data.errors import HubRefused, InvalidChoice
from data.settings import Settings

UPLOADED = ("README.md", "*.png", "*.json", "*.safetensors", "*.txt", "*.jinja")


def push_folder(folder: Path, repo: str, settings: Settings, *, public: bool, message: str) -> tuple[str, bool]:
    """Upload what `export_version` wrote as one commit; return its address and whether it is private.

    The repository is made if it is new. Raises `InvalidChoice` for a name that is none, `HubRefused` with the reason.
    """
    import httpx2
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalTokenNotFoundError
    from huggingface_hub.utils.tqdm import disable_progress_bars

    disable_progress_bars()
    token = settings.hub_token.get_secret_value() if settings.hub_token else None
    api = HfApi(endpoint=settings.hub_endpoint, token=token)
    try:
        made = api.create_repo(repo, private=not public, exist_ok=True)
        private = bool(api.repo_info(made.repo_id).private)
        if not (public or private):
            raise HubRefused(repo, "it is public", "add --public if that is meant, or name another repository")
        api.upload_folder(
            folder_path=folder, repo_id=made.repo_id, allow_patterns=list(UPLOADED), commit_message=message
        )
    except HFValidationError as error:
        raise InvalidChoice("REPO", repo, "a name like your-name/my-voice") from error
    except LocalTokenNotFoundError as error:
        raise HubRefused(repo, "there is no token", "set TWEETLIKE_HUB_TOKEN to one that may write") from error
    except HfHubHTTPError as error:
        status = error.response.status_code
        fix = "set TWEETLIKE_HUB_TOKEN to one that may write there" if status in (401, 403) else "try again later"
        raise HubRefused(repo, f"the hub answered {status}", fix) from error
    except httpx2.HTTPError as error:
        raise HubRefused(repo, f"the hub cannot be reached ({type(error).__name__})", "try again later") from error
    except ValueError as error:  # a card that the hub does not take
        raise HubRefused(repo, str(error), "report it") from error
    return str(made), private
