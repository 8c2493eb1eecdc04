"use client";

import { useState } from "react";
import type { TriedSentence } from "@/lib/pages/how-it-reads/reading-model";
import { buttonClasses } from "../ui/button-classes";
import { Form } from "../ui/form";
import { ProblemNote } from "../ui/problem-note";
import { SelectField } from "../ui/select-field";
import { TextArea } from "../ui/text-field";

/** What somebody tries: a message, who says it, and what the other side said before. */
export type AskedSentence = {
  readonly speaker: "customer" | "agent";
  readonly before: string;
  readonly text: string;
};

type TrySentenceProps = { onTry: (asked: AskedSentence) => Promise<TriedSentence | string> };

const speakers = [
  { value: "customer", label: "The customer" },
  { value: "agent", label: "The agent" },
] as const;
const lengthMax = 2000;

/** A form that reads a message, and what was read in it. */
export function TrySentence({ onTry }: TrySentenceProps) {
  const [asked, setAsked] = useState<AskedSentence>({ speaker: "customer", before: "", text: "" });
  const [tried, setTried] = useState<{ text: string; read: TriedSentence } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function send() {
    setBusy(true);
    const read = await onTry(asked).catch(() => "The server did not answer. Try it again.");
    setBusy(false);
    setProblem(typeof read === "string" ? read : null);
    setTried(typeof read === "string" ? null : { text: asked.text, read });
  }

  return (
    <>
      <Form
        className="grid grid-cols-[minmax(0,1fr)] gap-3"
        onSubmit={() => {
          void send();
        }}
      >
        <SelectField
          label="Who says it"
          value={asked.speaker}
          options={speakers}
          onChange={(speaker) => {
            setAsked({ ...asked, speaker });
          }}
        />
        <TextArea
          label="What the other side said before (may be empty)"
          value={asked.before}
          maxLength={lengthMax}
          onChange={(before) => {
            setAsked({ ...asked, before });
          }}
        />
        <TextArea
          label="The message"
          value={asked.text}
          maxLength={lengthMax}
          isRequired
          onChange={(text) => {
            setAsked({ ...asked, text });
          }}
        />
        <ProblemNote problem={problem} />
        <button
          className={`${buttonClasses.primary} cursor-pointer justify-self-end disabled:cursor-default disabled:opacity-60`}
          disabled={isBusy}
        >
          {isBusy ? "Reading…" : "Read it"}
        </button>
      </Form>
      <div aria-live="polite">{tried === null ? null : <Tried {...tried} />}</div>
    </>
  );
}

function Tried({ text, read: { language, acts } }: { text: string; read: TriedSentence }) {
  if (language === null) {
    return <p className="text-text-muted">Its language is not read, so no verdict rests on it.</p>;
  }
  if (acts.length === 0) {
    return <p className="text-text-muted">Read as {language}: it does nothing that is read.</p>;
  }
  return (
    <>
      <p className="text-secondary text-text-faint">Read as {language}, likeliest first.</p>
      <ul className="grid gap-2">
        {acts.map(({ act, words, confidence, certainty, start, end }) => (
          <li key={act}>
            <span className="font-semibold first-letter:uppercase">{words}</span>{" "}
            <span className="text-text-muted">
              {confidence}, {certainty}
            </span>
            <blockquote className="border-l-2 border-border-strong pl-2 text-secondary [overflow-wrap:anywhere]">
              {text.slice(start, end)}
            </blockquote>
          </li>
        ))}
      </ul>
    </>
  );
}
