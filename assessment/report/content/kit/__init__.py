"""The cooperation kit: five sheets to fill in with a partner, begun with what the answers say."""

from assessment.report.content.kit.building import kit

__all__ = ["kit"]
