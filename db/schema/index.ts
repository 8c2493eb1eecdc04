export * from "./spans";
export * from "./cases";
export * from "./intake";
export * from "./decisions";
export * from "./judgements";
