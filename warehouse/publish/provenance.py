"""From which delivery a published count comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warehouse.publish.approved import Approved


def fact_sources(approved: Approved) -> Iterator[dict[str, Any]]:
    """By the date or month that was delivered, also of what is published of twelve months together."""
    known = {delivery.delivery_id: delivery for delivery in approved.deliveries}
    for fact, tellers in approved.tellers.items():
        for (region, day), delivery_id in tellers.items():
            delivery = known[delivery_id]
            told = {"reference_date": delivery.reference_date, "version": delivery.version}
            yield {"region_code": region, "fact": fact, "day": day, **told}
