import { NotFoundPage } from "@/components/layout/not-found-page";

/** The page of a trace id without spans. */
export default function TraceNotFound() {
  return (
    <NotFoundPage
      title="No such trace"
      finding="No span of this trace was ingested"
      detail="Trace ids are hexadecimal, in small letters. Its spans may not have arrived yet; when they do, this address works."
    />
  );
}
