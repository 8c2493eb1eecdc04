import fc from "fast-check";
import { isLong, runs } from "./runs";

// One commit always gives the same result; `test:long` draws anew.
fc.configureGlobal({ numRuns: runs(100), ...(isLong ? {} : { seed: 20_261_123 }) });
