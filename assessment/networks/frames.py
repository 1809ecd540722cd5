"""A pandas table of answers → AnswerTable: the one module of the assessment that imports pandas."""

import pandas as pd

from assessment.networks.columns import header
from assessment.networks.reading import Reading, table_of_columns
from questionnaire.model import Questionnaire


def table_of_frame(frame: pd.DataFrame, questionnaire: Questionnaire, name: str = "DataFrame") -> Reading:
    """Read a table of answers held in memory, categorical or not; mistakes are told under its `name`."""
    import pyarrow as pa

    found = header([str(column) for column in frame.columns], name, questionnaire)
    columns = {column: [pa.array(frame[column], from_pandas=True)] for column in found.used}
    return table_of_columns(columns, found, name, questionnaire)
