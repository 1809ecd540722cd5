"""Many dossiers into as many PDF files, on every core; nothing is said here, outcomes are handed back."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event
from pathlib import Path

from assessment.commands.choices import Choices
from assessment.dossier import Dossier
from assessment.errors import BadInput, shown
from assessment.safe_writing import write_atomically

WORTH_A_PROCESS = 12
"""Documents below which starting one more process takes longer than it saves."""
_MOST_PROCESSES = 61
"""As many as Windows can wait for."""
_TOGETHER = 4
"""Documents handed to a process at once: enough for the handing to cost nothing beside them."""
_AHEAD = 4
"""Lots under way per process; more would only fill the memory."""


@dataclass(frozen=True, slots=True)
class Job:
    """One PDF to make."""

    source: str
    """The dossier as the person named it."""
    dossier: Dossier
    target: Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one job."""

    target: Path
    has_replaced: bool = False
    problem: str | None = None
    """The sentence that says why there is no document."""


Outcomes = Generator[Outcome, None, None]
"""To be closed: that ends the processes behind it, each after the document it is at."""


def printed(jobs: Iterable[Job], choices: Choices, expected: int) -> Outcomes:
    """Make the documents and hand back what became of each, in the order of the jobs."""
    processes = min(_cores(), _MOST_PROCESSES, expected // WORTH_A_PROCESS)
    if processes < 2:
        return (_print(job, choices) for job in jobs)
    return _printed_by(processes, iter(jobs), choices)


def _printed_by(processes: int, jobs: Iterator[Job], choices: Choices) -> Outcomes:
    context = get_context("spawn")  # the only way of Windows: the same everywhere
    stop = context.Event()  # before the first process: it starts a helper that unblocks signals by itself
    pool = ProcessPoolExecutor(processes, context, initializer=_start, initargs=(stop,))
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        while lot := list(islice(jobs, _TOGETHER)):
            with _interruption_kept_for_later():
                waiting.append(pool.submit(_print_lot, lot, choices))
            if len(waiting) >= processes * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise BadInput("batch.process_lost") from error
    finally:
        stop.set()
        with _interruption_ignored():
            pool.shutdown(cancel_futures=True)


def _print(job: Job, choices: Choices) -> Outcome:
    """Make one document; whatever goes wrong with it must not cost the others."""
    try:
        assessment = job.dossier.latest
        diagnosis = choices.diagnosis(job.dossier, assessment)
        content = choices.pdf(diagnosis, job.dossier, assessment)
        has_replaced = job.target.is_file()
        write_atomically(job.target, content)
    except BadInput as problem:
        return Outcome(job.target, problem=problem.text(choices.lang))
    except Exception as error:  # a fault of ours: the 499 others are wanted all the same
        reason = shown(f"{type(error).__name__}: {error}")
        fault = BadInput("batch.fault", file=job.source, reason=reason)
        return Outcome(job.target, problem=fault.text(choices.lang))
    return Outcome(job.target, has_replaced)


def _cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# --- in each process ----------------------------------------------------------------------------

_stop: Event
"""Set when no further document is wanted."""
_at_work = threading.Lock()
"""Held while a document is made."""


def _start(stop: Event) -> None:
    """Get a process ready: what every document needs is read once."""
    from assessment.rulebook import standard_rulebook
    from benchmarks.loading import standard_benchmark
    from questionnaire.loading import standard_questionnaire

    global _stop
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches every process; the first one decides
    threading.Thread(target=_leave_with_the_first_process, daemon=True).start()
    standard_questionnaire(), standard_benchmark(), standard_rulebook()


def _leave_with_the_first_process() -> None:
    """End this process when the one that started it is no more, killed for instance."""
    first = parent_process()
    if first is not None:
        first.join()
        _stop.set()
        with _at_work:
            os._exit(1)


def _print_lot(lot: list[Job], choices: Choices) -> list[Outcome]:
    outcomes = []
    for job in lot:
        if _stop.is_set():
            break
        with _at_work:
            outcomes.append(_print(job, choices))
    return outcomes


# --- Ctrl+C -------------------------------------------------------------------------------------


@contextmanager
def _interruption_kept_for_later() -> Iterator[None]:
    """Hold Ctrl+C back while a process is started, so that it starts deaf to it; ours hears it afterwards."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _interruption_ignored() -> Iterator[None]:
    """Let a second, impatient Ctrl+C pass: the end is a document away."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
