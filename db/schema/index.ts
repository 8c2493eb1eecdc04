export * from "./alerts";
export * from "./spans";
export * from "./cases";
export * from "./children";
export * from "./intake";
export * from "./decisions";
export * from "./judgements";
export * from "./gate";
