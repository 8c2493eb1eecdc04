import { inject } from "vitest";
import { locationVariable } from "../empty-location";
import { clusterKey } from "./cluster-key";

// Each project's tests run on its engine, whichever other project's ran in this process before.
const url = inject(clusterKey) as string | undefined;
if (url === undefined) Reflect.deleteProperty(process.env, locationVariable);
else process.env[locationVariable] = url;
