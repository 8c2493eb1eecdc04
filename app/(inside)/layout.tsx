import type { ReactNode } from "react";
import { Frame } from "../frame";

/** Around every page that somebody must be signed in for. */
export default function InsideLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}
