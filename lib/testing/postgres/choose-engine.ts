import { inject } from "vitest";
import { locationVariable } from "../empty-location";

// Each project's tests run on its engine, whichever other project's ran in this process before.
const url = inject("postgresUrl");
if (url === undefined) Reflect.deleteProperty(process.env, locationVariable);
else process.env[locationVariable] = url;
