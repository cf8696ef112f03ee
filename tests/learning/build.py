"""A small codebook for tests: three categories of eight sentences and eight that hold none."""

from __future__ import annotations

import csv
from pathlib import Path

SENTENCES = {
    "STOPPAGE": """Dockers in Mombasa walked out on Monday over unpaid wages.
Nurses at the state hospital began a three-day strike for better pay.
Bus drivers stopped work across the capital after talks on overtime failed.
Teachers downed tools in all schools of the province.
Railway workers laid down their work for a day over plans to cut jobs.
Miners at the copper pit refused to start their shift until bonuses are paid.
Cleaners of the airport went on strike early on Friday.
The pilots' union called its members out in a row over rest hours.""",
    "SPILL": """A tanker leaked 300 tonnes of crude oil into the bay.
Diesel from a cracked pipeline seeped into the river near the town.
The refinery released toxic waste water into the canal.
An oil slick spread along the coast after the ship broke apart.
Chemicals escaped from the plant and poisoned fish in the lake.
Sewage poured into the lagoon when the pump station failed.
A freighter lost heavy fuel oil off the island on Tuesday.
Mud from the mine burst its dam and polluted the stream.""",
    "TAKEOVER": """Harbour Bank bought its smaller rival for two billion dollars.
The steel maker agreed to acquire a foundry in Leeds.
Nordic Paper merged with a packaging firm on Thursday.
The airline took over the regional carrier and its forty jets.
A fund purchased a majority stake in the brewery.
The telecoms group completed its purchase of the cable company.
Two grocers said they had joined into one company.
The insurer swallowed a competitor in an all-share deal.""",
    "": """The minister opened a new library in the old town.
Rain fell over the northern hills for most of the week.
The home side won the match by two goals.
The court will hear the case again in March.
Visitors praised the exhibition of early maps.
The mayor met a delegation from the twin city.
The school choir sang at the spring festival.
Prices of tomatoes rose slightly in April.""",
}
MEANS = {
    "STOPPAGE": "Workers stop working.",
    "SPILL": "Something harmful runs into water or soil.",
    "TAKEOVER": "A firm buys or joins another.",
}


def write_codebook(folder: Path, *, none: bool = True) -> Path:
    """Write the codebook into a folder, its sentences taking turns; return the folder."""
    folder.mkdir(exist_ok=True)
    for code, means in MEANS.items():
        (folder / f"{code.casefold()}.toml").write_text(
            f'code = "{code}"\nmeans = "{means}"\n', "utf-8"
        )
    columns = [
        [(text, code) for text in sentences.splitlines()]
        for code, sentences in SENTENCES.items()
        if code or none
    ]
    with (folder / "examples.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("text", "codes"))
        table.writerows(row for turn in zip(*columns, strict=True) for row in turn)
    return folder
