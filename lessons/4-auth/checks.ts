export const lessons = {};
export const conformance = [];
