/**
 * The senders that are run, by the name of their folder. `package` is the one whose version is told; `nodeMin` the Node
 * that its newest version asks for; `blocked` says why one can't be run.
 * @type {{ name: string, title: string, registry: "npm" | "pypi", package: string, nodeMin?: number, blocked?: string }[]}
 */
export const senders = [
  { name: "langwatch", title: "LangWatch", registry: "npm", package: "langwatch" },
  { name: "laminar", title: "Laminar", registry: "npm", package: "@lmnr-ai/lmnr", nodeMin: 24 },
];
