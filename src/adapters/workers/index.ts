export { serveQuestions } from './serve-questions.js';
export { workerDesigner, type WorkerDesigner } from './worker-designer.js';
