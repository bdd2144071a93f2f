#!/bin/sh
# The three main uses with curl: sh three-uses.sh [URL] [STREAM]; HEADWATER_TOKEN where the server asks for one.
set -eu
url=${1:-http://localhost:3000/graphql}
stream=${2:-kitchen-enquiry-to-fitted-kitchen}
here=$(dirname "$0")

# ask FILE: sends the JSON request in FILE with the stream's key in it.
ask() {
  sed "s/STREAM/$stream/" "$here/$1" |
    curl --silent --show-error --fail-with-body "$url" \
      --header 'content-type: application/json' \
      --header 'accept: application/graphql-response+json' \
      ${HEADWATER_TOKEN:+--header "authorization: Bearer $HEADWATER_TOKEN"} \
      --data-binary @-
  echo
}

ask suggested-roles.json
ask judge-wishes.json

# A report is a file: GET the same address that the browser opens.
curl --silent --show-error --fail-with-body "${url%/graphql}/streams/$stream/raci.md" \
  ${HEADWATER_TOKEN:+--header "authorization: Bearer $HEADWATER_TOKEN"}
