"""Printable, multilingual patient packs: all that a program may use, as does the command line.

A name is imported from its module when it is first asked for, so that importing the package costs
next to nothing. `docs/python.md` says what each is for; whatever is not listed here may change.
"""

from types import MappingProxyType

TYPE_CHECKING = (
    False  # for type checkers it is true; `typing` takes longer to load than all of this
)

if TYPE_CHECKING:
    from build_pack.approvals.double_check import DoubleCheckedNumber
    from build_pack.approvals.ledger.ledger_file import ledger_size_warning
    from build_pack.approvals.ledger.line import LedgerLine
    from build_pack.checks.check_types import LeafletReading
    from build_pack.checks.consent_standards import standard_coverage
    from build_pack.checks.languages.known_languages import is_known_language
    from build_pack.checks.readability.report import readability_report
    from build_pack.checks.registry import CHECKS
    from build_pack.content.library import Library
    from build_pack.content.models.document_kinds import DocumentKind
    from build_pack.content.models.page_format import Paper
    from build_pack.content.models.regions import BodySide, Region
    from build_pack.documents.shared.record import DocumentRecord
    from build_pack.operations.approve import (
        ApprovalProposal,
        ApprovalRequest,
        TextToSign,
        propose_approval,
        write_approval,
    )
    from build_pack.operations.build import (
        BuildRequest,
        BuildResult,
        build,
        build_in_memory,
        option_place,
    )
    from build_pack.operations.check import CheckResult, CheckScope, check
    from build_pack.operations.confirm_stale import StaleTranslation, confirm_stale_translations
    from build_pack.operations.day.build import DayRequest, DayResult, build_day
    from build_pack.operations.earlier_output import (
        earlier_day_problems,
        earlier_file_problems,
        earlier_packs,
        earlier_reprints,
    )
    from build_pack.operations.ignore import (
        IgnoreRequest,
        accept_warning,
        ignore_finding,
        require_known_code,
    )
    from build_pack.operations.join_ledger import (
        JoinRequest,
        LedgerBranch,
        join_ledger,
        open_branches,
    )
    from build_pack.operations.layout_preview import layout_text, write_layout_preview
    from build_pack.operations.new_clinic import new_clinic
    from build_pack.operations.new_leaflet import NewLeaflet, new_leaflet
    from build_pack.operations.reprint import (
        ReprintRequest,
        ReprintResult,
        reprint,
        skipped_states_text,
    )
    from build_pack.operations.status import StatusMatrix, status
    from build_pack.operations.translate import (
        CatalogStatus,
        catalog_status,
        locales_without_catalogs,
        make_pseudo_catalogs,
        summed_catalog_status,
        update_catalogs,
    )
    from build_pack.operations.verify import (
        VerificationResult,
        VerifiedDocument,
        verify_code,
        verify_file,
    )
    from build_pack.operations.write_schemas import write_schemas
    from build_pack.printing.bundles import bundle_ids
    from build_pack.printing.output_folder import folder_name, is_personal
    from build_pack.printing.print_log import PrintLog
    from build_pack.printing.worker_pool import default_worker_count
    from build_pack.problems import CODES, Place, Problem, ProblemsError, Severity
    from build_pack.releases.release_steps import ReleaseStep, StatusCell
    from build_pack.storage.problem_listener import problem_listener
    from build_pack.storage.recovery import recover_folder
    from build_pack.translation.catalog import TranslationState
    from build_pack.visits.visit_file import VisitFile, read_visit, with_visit_file
    from build_pack.visits.visit_reader import Places, VisitText
    from build_pack.workspace.accepted_warnings import is_acceptable_code, is_acceptable_warning
    from build_pack.workspace.settings import Settings, find_settings, read_settings
    from build_pack.workspace.workspace import Workspace

__all__ = [
    "CHECKS",
    "CODES",
    "ApprovalProposal",
    "ApprovalRequest",
    "BodySide",
    "BuildRequest",
    "BuildResult",
    "CatalogStatus",
    "CheckResult",
    "CheckScope",
    "DayRequest",
    "DayResult",
    "DocumentKind",
    "DocumentRecord",
    "DoubleCheckedNumber",
    "IgnoreRequest",
    "JoinRequest",
    "LeafletReading",
    "LedgerBranch",
    "LedgerLine",
    "Library",
    "NewLeaflet",
    "Paper",
    "Place",
    "Places",
    "PrintLog",
    "Problem",
    "ProblemsError",
    "Region",
    "ReleaseStep",
    "ReprintRequest",
    "ReprintResult",
    "Settings",
    "Severity",
    "StaleTranslation",
    "StatusCell",
    "StatusMatrix",
    "TextToSign",
    "TranslationState",
    "VerificationResult",
    "VerifiedDocument",
    "VisitFile",
    "VisitText",
    "Workspace",
    "accept_warning",
    "build",
    "build_day",
    "build_in_memory",
    "bundle_ids",
    "catalog_status",
    "check",
    "confirm_stale_translations",
    "default_worker_count",
    "earlier_day_problems",
    "earlier_file_problems",
    "earlier_packs",
    "earlier_reprints",
    "find_settings",
    "folder_name",
    "ignore_finding",
    "is_acceptable_code",
    "is_acceptable_warning",
    "is_known_language",
    "is_personal",
    "join_ledger",
    "layout_text",
    "ledger_size_warning",
    "locales_without_catalogs",
    "make_pseudo_catalogs",
    "new_clinic",
    "new_leaflet",
    "open_branches",
    "option_place",
    "problem_listener",
    "propose_approval",
    "read_settings",
    "read_visit",
    "readability_report",
    "recover_folder",
    "reprint",
    "require_known_code",
    "skipped_states_text",
    "standard_coverage",
    "status",
    "summed_catalog_status",
    "update_catalogs",
    "verify_code",
    "verify_file",
    "with_visit_file",
    "write_approval",
    "write_layout_preview",
    "write_schemas",
]

_MODULES = MappingProxyType({
    "approvals.double_check": "DoubleCheckedNumber",
    "approvals.ledger.ledger_file": "ledger_size_warning",
    "approvals.ledger.line": "LedgerLine",
    "checks.check_types": "LeafletReading",
    "checks.consent_standards": "standard_coverage",
    "checks.languages.known_languages": "is_known_language",
    "checks.readability.report": "readability_report",
    "checks.registry": "CHECKS",
    "content.library": "Library",
    "content.models.document_kinds": "DocumentKind",
    "content.models.page_format": "Paper",
    "content.models.regions": "BodySide Region",
    "documents.shared.record": "DocumentRecord",
    "operations.approve": (
        "ApprovalProposal ApprovalRequest TextToSign propose_approval write_approval"
    ),
    "operations.build": "BuildRequest BuildResult build build_in_memory option_place",
    "operations.check": "CheckResult CheckScope check",
    "operations.confirm_stale": "StaleTranslation confirm_stale_translations",
    "operations.day.build": "DayRequest DayResult build_day",
    "operations.earlier_output": (
        "earlier_day_problems earlier_file_problems earlier_packs earlier_reprints"
    ),
    "operations.ignore": "IgnoreRequest accept_warning ignore_finding require_known_code",
    "operations.join_ledger": "JoinRequest LedgerBranch join_ledger open_branches",
    "operations.layout_preview": "layout_text write_layout_preview",
    "operations.new_clinic": "new_clinic",
    "operations.new_leaflet": "NewLeaflet new_leaflet",
    "operations.reprint": "ReprintRequest ReprintResult reprint skipped_states_text",
    "operations.status": "StatusMatrix status",
    "operations.translate": (
        "CatalogStatus catalog_status locales_without_catalogs make_pseudo_catalogs "
        "summed_catalog_status update_catalogs"
    ),
    "operations.verify": "VerificationResult VerifiedDocument verify_code verify_file",
    "operations.write_schemas": "write_schemas",
    "printing.bundles": "bundle_ids",
    "printing.output_folder": "folder_name is_personal",
    "printing.print_log": "PrintLog",
    "printing.worker_pool": "default_worker_count",
    "problems": "CODES Place Problem ProblemsError Severity",
    "releases.release_status": "ReleaseStep StatusCell",
    "storage.problem_listener": "problem_listener",
    "storage.recovery": "recover_folder",
    "translation.catalog": "TranslationState",
    "visits.visit_file": "VisitFile read_visit with_visit_file",
    "visits.visit_text": "Places VisitText",
    "workspace.accepted_warnings": "is_acceptable_code is_acceptable_warning",
    "workspace.settings": "Settings find_settings read_settings",
    "workspace.workspace": "Workspace",
})  # fmt: skip
"""Which module has which names, with blanks between them."""

if not TYPE_CHECKING:  # what is not listed is an error for type checkers too

    def __getattr__(name: str) -> object:
        """Import a name from its module when it is used."""
        from importlib import import_module

        for module, names in _MODULES.items():
            if name in names.split():
                return getattr(import_module(f"{__name__}.{module}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
