import { it } from "vitest";
import { changeNothing } from "@/lib/testing/change-nothing";
import { withRealExport } from "@/lib/testing/shared/real-workspace";

it("changed aliases that no span of the real export uses touch none", () =>
  withRealExport(changeNothing));
