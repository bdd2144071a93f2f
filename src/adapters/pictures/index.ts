export { drawLoadAgainstTakt } from './charts/draw-load-against-takt.js';
export { drawTwoForces } from './charts/draw-two-forces.js';
export { drawOrgChart } from './org-chart/draw-org-chart.js';
export { drawPicture, drawSheets, type Chart } from './draw-picture.js';
export { drawValueStreamMap } from './map/draw-value-stream-map.js';
export { toPng } from './to-png.js';
export type { Look } from './canvas/print-svg.js';
