"""The stylesheet over Fusion: calm surfaces, one line weight, a focus ring on everything that takes the keyboard."""

from desktop.look.palette import Tokens


def stylesheet(t: Tokens, body_points: float) -> str:
    """The whole stylesheet for a scheme, sizes following the body text."""
    em = body_points * 96 / 72
    return "".join(
        (_surfaces(t), _titles(t, body_points), _entries(t, em), _buttons(t), _menus(t), _bars(t, em), _lists(t, em))
    )


def _surfaces(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog, QWidget[role="page"] {{ background: {t.canvas}; }}
QWidget[role="surface"] {{ background: {t.surface}; }}
QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 6px; }}
QFrame[role="chip"] {{ background: {t.selection}; border: 1px solid {t.line}; border-radius: 6px; }}
QFrame[role="chip"] QPushButton, QFrame[role="chip"] QToolButton {{ color: {t.text}; border-radius: 4px; }}
QFrame[role="rule"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.outline}; padding: 4px 8px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:horizontal {{ border-left: 1px solid {t.line}; margin-left: 4px; }}
QSplitter::handle:vertical {{ border-top: 1px solid {t.line}; margin-top: 4px; }}
"""


def _titles(t: Tokens, body: float) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="pageTitle"] {{ font-size: {body * 1.6:g}pt; font-weight: 600; color: {t.text}; }}
QLabel[role="groupTitle"] {{ font-size: {body * 1.1:g}pt; font-weight: 600; color: {t.text}; }}
QLabel[role="quiet"] {{ font-size: {body * 0.9:g}pt; color: {t.quiet}; }}
QLabel[role="fieldLabel"] {{ font-weight: 600; }}
QLabel[role="problem"] {{ color: {t.overdue.ink}; font-weight: 600; }}
"""


def _entries(t: Tokens, em: float) -> str:
    kinds = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox")

    def each(state: str) -> str:
        return ", ".join(kind + state for kind in kinds)

    arrow = "dark" if t.dark else "light"
    ring = round(em * 0.25)
    dot = round(em * 1.1) + 2 - 2 * ring
    return f"""
{each("")} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.outline}; border-radius: 6px;
  padding: 3px 7px; placeholder-text-color: {t.quiet};
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
{each(":focus")} {{ border: 2px solid {t.focus}; padding: 2px 6px; }}
{each('[problem="true"]')} {{ border: 2px solid {t.overdue.ink}; padding: 2px 6px; }}
{each(":disabled")}, QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {t.canvas}; color: {t.quiet};
  border-color: {t.line}; }}
QComboBox {{ min-height: {em * 1.5:.0f}px; }}
QComboBox::drop-down {{ border: none; width: {em * 1.8:.0f}px; }}
QComboBox::down-arrow {{ image: url(icons:arrow-{arrow}.svg); width: {em:.0f}px; height: {em:.0f}px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.outline}; outline: none;
  selection-background-color: {t.selection}; selection-color: {t.text}; }}
QLineEdit {{ min-height: {em * 1.5:.0f}px; }}
QLineEdit[role="cell"], QPlainTextEdit[role="cell"] {{ border: 2px solid {t.focus}; border-radius: 0; padding: 0 5px;
  min-height: 0; background: {t.surface}; }}
QLineEdit[role="search"] {{ border-color: {t.outline}; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: {em * 1.6:.0f}px; padding: 1px 4px 1px 0;
  border: 2px solid transparent; border-radius: 6px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.focus}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {em * 1.1:.0f}px; height: {em * 1.1:.0f}px;
  background: {t.surface}; border: 1px solid {t.outline}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {(round(em * 1.1) + 2) // 2}px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url(icons:mark-{arrow}.svg); }}
QRadioButton::indicator:checked {{ background: {t.accent}; border: {ring}px solid {t.surface};
  width: {dot}px; height: {dot}px; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.line}; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.outline}; border-radius: 6px;
  padding: 5px 13px; min-height: 18px; outline: none; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QPushButton:checked {{ background: {t.selection}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: 4px 12px; }}
QPushButton:disabled {{ color: {t.quiet}; border-color: {t.line}; background: {t.canvas}; }}
QPushButton[role="act"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent};
  font-weight: 600; }}
QPushButton[role="act"]:hover {{ background: {t.focus}; border-color: {t.focus}; }}
QPushButton[role="act"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[role="act"]:disabled {{ background: {t.neutral.ground}; color: {t.quiet}; border-color: {t.line}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {t.accent};
  padding: 3px 5px; text-align: left; text-decoration: underline; }}
QPushButton[role="link"]:hover {{ color: {t.focus}; }}
QPushButton[role="link"]:focus {{ border: 2px solid {t.focus}; padding: 2px 4px; }}
QLabel[role="problemLink"] {{ color: {t.overdue.ink}; font-weight: 600; text-decoration: underline;
  border: 2px solid transparent; border-radius: 6px; padding: 2px 0; }}
QLabel[role="problemLink"]:focus {{ border-color: {t.focus}; }}
QToolButton {{ background: transparent; color: {t.text}; border: 1px solid transparent; border-radius: 6px;
  padding: 4px; min-width: 20px; min-height: 20px; }}
QToolButton:hover {{ background: {t.hover}; border-color: {t.line}; }}
QToolButton:pressed, QToolButton:checked {{ background: {t.selection}; }}
QToolButton:focus {{ border: 2px solid {t.focus}; padding: 3px; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[role="rail"] {{ text-align: left; padding: 7px 10px; }}
QToolButton[role="rail"]:checked {{ background: {t.selection}; color: {t.focus}; font-weight: 600; }}
QToolButton[role="rail"]:focus {{ padding: 6px 9px; }}
"""


def _menus(t: Tokens) -> str:
    return f"""
QMenuBar {{ background: {t.canvas}; color: {t.text}; border-bottom: 1px solid {t.line}; }}
QMenuBar::item {{ background: transparent; padding: 5px 10px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t.selection}; }}
QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.outline}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 32px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.outline}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
"""


def _bars(t: Tokens, em: float) -> str:
    thick = max(12, round(em * 0.9))
    return f"""
QStatusBar {{ background: {t.canvas}; color: {t.quiet}; border-top: 1px solid {t.line}; }}
QStatusBar::item {{ border: none; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {thick}px; }}
QScrollBar:horizontal {{ height: {thick}px; }}
QScrollBar::handle {{ background: {t.outline}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: none; width: 0; height: 0; }}
QProgressBar {{ background: {t.neutral.ground}; border: 1px solid {t.line}; border-radius: 4px; text-align: center;
  color: {t.text}; min-height: {em * 1.3:.0f}px; }}
QProgressBar::chunk {{ background: {t.later.ground}; border-radius: 3px; border-right: 2px solid {t.accent}; }}
QFrame[role="rail"] {{ background: {t.raised}; border: none; border-right: 1px solid {t.line}; }}
QFrame[role="bar"] {{ border: none; border-bottom: 1px solid {t.line}; background: {t.neutral.ground}; }}
QFrame[role="bar"][tone="overdue"] {{ background: {t.overdue.ground}; }}
QFrame[role="bar"][tone="soon"] {{ background: {t.soon.ground}; }}
QFrame[role="bar"][tone="later"] {{ background: {t.later.ground}; }}
QFrame[role="bar"][tone="done"] {{ background: {t.done.ground}; }}
QFrame[role="toast"] {{ background: {t.text}; border: none; border-radius: 6px; }}
QFrame[role="toast"] QLabel {{ color: {t.canvas}; }}
QFrame[role="toast"] QPushButton {{ background: transparent; color: {t.canvas}; border: 1px solid {t.canvas};
  font-weight: 600; }}
QFrame[role="toast"] QPushButton:focus {{ border: 2px solid {t.canvas}; }}
QFrame[role="problems"] {{ background: {t.surface}; border: 2px solid {t.overdue.ink}; border-radius: 6px; }}
QFrame[role="problems"]:focus {{ border-color: {t.focus}; }}
"""


def _lists(t: Tokens, em: float) -> str:
    arrow = "dark" if t.dark else "light"
    return f"""
QTableView, QListView, QTreeView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line};
  outline: none; selection-background-color: {t.selection}; selection-color: {t.text}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableView[role="frozen"] {{ border: none; border-right: 1px solid {t.outline}; }}
QListView::item {{ padding: 5px 8px; }}
QListView::indicator, QTableView::indicator {{ width: {em * 1.1:.0f}px; height: {em * 1.1:.0f}px;
  background: {t.surface}; border: 1px solid {t.outline}; border-radius: 4px; }}
QListView::indicator:checked, QTableView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url(icons:mark-{arrow}.svg); }}
QListView::item:selected {{ background: {t.selection}; color: {t.text}; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.outline}; }}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.quiet}; border: none; border-bottom: 1px solid {t.line};
  padding: 0 8px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
QTabBar::tab {{ background: transparent; color: {t.quiet}; padding: 7px 14px; border: none;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:focus {{ color: {t.focus}; text-decoration: underline; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.raised}; }}
QCalendarWidget QToolButton {{ color: {t.text}; padding: 4px 8px; }}
QCalendarWidget QAbstractItemView {{ border: none; }}
"""
