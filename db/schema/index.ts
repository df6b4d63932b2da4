export * from "./catalog";
export * from "./collection";
export * from "./curation";
export * from "./identity";
export * from "./matching";
export * from "./mirrors";
export * from "./work";
