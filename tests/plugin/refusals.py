"""Nobody's agenda must look like a calm city: a person whose habilitation is revoked is told so; no entry is offered."""
import subprocess

from qgis.utils import iface

from drive import action, find, main, shot, wait, widget


def test():
    notice = wait(lambda: find("cortegeNotice"), "the refusal")
    assert "habilitation" in notice.text(), notice.text()
    assert not action("cortegeActionNew_deambulatoire").isVisible()
    assert not action("cortegeActionLayers").isVisible()
    shot("sans-habilitation")


main(test)
