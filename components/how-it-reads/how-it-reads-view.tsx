import type { DroppedParam } from "@/lib/format/address/raw-params";
import type { HowItReadsModel, TriedSentence } from "@/lib/pages/how-it-reads/reading-model";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { Card } from "../ui/card";
import { ActsTable } from "./acts-table";
import { LanguagesTable } from "./languages-table";
import { TrySentence, type AskedSentence } from "./try-sentence";

type HowItReadsViewProps = {
  model: HowItReadsModel;
  dropped: readonly DroppedParam[];
  onTry: (asked: AskedSentence) => Promise<TriedSentence | string>;
};

/** The page that shows how well what people mean is read, and reads a sentence that somebody tries. */
export function HowItReadsView({ model, dropped, onTry }: HowItReadsViewProps) {
  return (
    <>
      <PageHeader title="How it reads">
        <p className="max-w-prose text-text-muted">
          What a message does – promises, refuses, says that it is solved – is read by a small model
          that runs here. Figures are of messages by writers that it never saw, half of them made to
          mislead it; limits were chosen without the writer who is measured.
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <Card title="Try a sentence" subtitle="Nothing of it is kept">
        <TrySentence onTry={onTry} />
      </Card>
      <Card
        title="What it reads"
        subtitle="No verdict rests on it yet: it will where readings are sure, once they are right more often"
        isFlush
      >
        <ActsTable acts={model.acts} />
      </Card>
      <Card title="Languages" subtitle="Others are not read" isFlush>
        <LanguagesTable languages={model.languages} />
      </Card>
    </>
  );
}
