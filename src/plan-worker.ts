import { parentPort } from 'node:worker_threads';
import { loadHighs } from './adapters/solver/index.js';
import { serveQuestions } from './adapters/workers/index.js';
import { answerDesign } from './application/index.js';

const solver = await loadHighs();
if (parentPort) serveQuestions(parentPort, (question, watch) => answerDesign(question, solver, watch));
