"""The three main uses with Python's standard library: python3 three_uses.py [URL] [STREAM].

HEADWATER_TOKEN is sent where the server asks for one.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

URL = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:3000/graphql"
STREAM = sys.argv[2] if len(sys.argv) > 2 else "kitchen-enquiry-to-fitted-kitchen"
TOKEN = os.environ.get("HEADWATER_TOKEN")
OPERATIONS = (Path(__file__).parent.parent / "three-uses.graphql").read_text(encoding="utf-8")


def ask(operation, **variables):
    """The data of one operation of three-uses.graphql; a fault ends the program with its code."""
    request = urllib.request.Request(
        URL,
        data=json.dumps(
            {"query": OPERATIONS, "operationName": operation, "variables": variables}
        ).encode(),
        headers={
            "Content-Type": "application/json",
            "Accept": "application/graphql-response+json",
            **({"Authorization": f"Bearer {TOKEN}"} if TOKEN else {}),
        },
    )
    try:
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        answer = json.load(error)
    for fault in answer.get("errors", []):
        sys.exit(f"{fault.get('extensions', {}).get('code', 'FAULT')}: {fault['message']}")
    return answer["data"]


def main():
    stream = ask("SuggestedRoles", stream=STREAM)["valueStream"]
    if stream is None:
        sys.exit(f'There is no stream "{STREAM}".')
    for role in stream["suggestedStructure"].get("roles", []):
        print(f"{role['name']}: {role['fte']['text']}, {len(role['steps'])} steps")

    wishes = [
        {"holder": "Mara", "step": "Price the kitchen", "letter": "A"},
        {
            "holder": "Lena",
            "step": "Price the kitchen",
            "letter": "R",
            "reason": "because she would like to",
        },
    ]
    for verdict in ask("JudgeWishes", stream=STREAM, wishes=wishes)["judgeAssignments"]:
        if verdict["__typename"] == "AcceptedWish":
            print(f"accepted  {verdict['holder']} for {verdict['step']['name']}")
        else:
            codes = ", ".join(reason["code"] for reason in verdict["reasons"])
            print(f"refused   {verdict['holder']} for {verdict['citedStep']}: {codes}")

    print(ask("RaciReport", stream=STREAM)["valueStream"]["raciReport"]["content"])


if __name__ == "__main__":
    main()
