import { inject } from "vitest";
import { serverVariable } from "./test-server";
import { clusterKey } from "./cluster-key";

// Each project's tests run on its engine, whichever other project's ran in this process before.
const url = inject(clusterKey) as string | undefined;
if (url === undefined) Reflect.deleteProperty(process.env, serverVariable);
else process.env[serverVariable] = url;
