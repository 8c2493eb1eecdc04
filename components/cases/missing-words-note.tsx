"use client";

import { Fragment } from "react";
import type { MissingWord } from "@/lib/pages/cases/missing-words";
import { missingWords as words } from "@/lib/pages/cases/words/list";
import { MaskedText } from "../ui/masked-text";
import { QueryLink } from "./query-link";

/** The words of a search that no case has, and the words near to them that some have. */
export function MissingWordsNote({ missing }: { missing: readonly MissingWord[] }) {
  return missing.map(({ word, near }) => (
    <p key={word}>
      <MaskedText text={words.nothing(word)} />
      {near.length === 0 ? null : ` ${words.near} `}
      {near.map((each, at) => (
        <Fragment key={each.word}>
          {at === 0 ? "" : ", "}
          <QueryLink to={each.query} look="text-link underline">
            {each.word}
          </QueryLink>{" "}
          {words.cases(each.cases)}
        </Fragment>
      ))}
    </p>
  ));
}
