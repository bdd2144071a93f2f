export const openTraces = () => undefined;
