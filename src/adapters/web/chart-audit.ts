import {
  FILE_FORMATS,
  FILE_TYPES,
  chosenScheme,
  type AuditReportInput,
  type FileFormat,
  type SchemeReportInput,
  type UseCases,
} from '../../application/index.js';
import { DEFAULT_AUDIT_SETTINGS, type AuditSettings, type SettledMatch } from '../../domain/index.js';
import { disposition, FILE_POLICY } from './file-headers.js';
import { fileUpload, TABLE_TYPES, type FileUpload } from './file-upload.js';
import { pathOf, sendBytes, sendRefusal, type HttpHandler } from './http-handler.js';

const PATH = /^\/charts\/audit\.([^/]+)$/;
const LONGEST_NAME = 200;
const THRESHOLDS = {
  'max-responsible': 'maxResponsible',
  'max-consulted': 'maxConsulted',
  'max-informed': 'maxInformed',
} as const;
const KNOWN = [
  'stream',
  'name',
  'sheet',
  'roles',
  'match',
  'match-role',
  ...Object.keys(THRESHOLDS),
  'accountable-is-responsible',
  'scheme',
  'own-scheme',
];
/** What can be asked of a chart that is held to another scheme. */
const OF_A_SCHEME = ['scheme', 'own-scheme', 'name', 'sheet', 'roles'];

/** What auditing charts needs of the use cases. */
export type ChartAuditSource = Pick<UseCases, 'auditReport' | 'auditReportByScheme'>;

/** What was asked behind the question mark cannot be done. */
class BadChoice extends Error {}

/**
 * Answers POST /charts/audit.EXTENSION of a chart in CSV or XLSX, up to so many bytes, with its audit as a file, and stores
 * nothing. `?stream=KEY` holds it against a stream; `match=ACTIVITY=STEP` and `match-role=COLUMN=ROLE`, as often as needed,
 * settle names; `scheme=daci`, or one of one's own as JSON under `own-scheme`, holds it to that scheme alone; the other
 * words are those of the command line.
 */
export function chartAudit(source: ChartAuditSource, mostBytes: number): HttpHandler {
  return (request, response, next) => {
    const [, extension] = PATH.exec(pathOf(request)) ?? [];
    if (extension === undefined) return next();
    const format = FILE_FORMATS.find((one) => FILE_TYPES[one].extension === extension);
    if (format) return fileUpload(uploadOf(source, format), mostBytes)(request, response, next);
    const known = FILE_FORMATS.map((one) => `audit.${FILE_TYPES[one].extension}`).join(', ');
    const message = `There is no audit.${extension}; there are ${known}.`;
    sendRefusal(response, { status: 404, code: 'NOT_FOUND', message });
  };
}

function uploadOf(source: ChartAuditSource, format: FileFormat): FileUpload {
  return {
    types: TABLE_TYPES,
    wrongMethod: 'A chart is sent here with POST, as CSV or XLSX.',
    wrongType:
      'The Content-Type must be text/csv, or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet for a workbook (.xlsx).',
    tooLarge: (most) => `The chart is larger than ${most} bytes. Send its sheet by itself.`,
    answer: async (bytes, asked, response) => {
      const input = inputOf(bytes, asked);
      if (input instanceof BadChoice) return { status: 400, code: 'BAD_USER_INPUT', message: input.message };
      const report = await ('scheme' in input
        ? source.auditReportByScheme(input, format)
        : source.auditReport(input, format));
      if ('code' in report) return { status: 422, code: report.code, message: report.message };
      const shown = format === 'HTML' || format === 'PDF';
      sendBytes(response, 200, Buffer.from(report.content), {
        'Content-Type': report.mediaType,
        'Content-Disposition': disposition(shown, report.filename),
        'Content-Security-Policy': FILE_POLICY,
      });
      return null;
    },
  };
}

function inputOf(
  bytes: Uint8Array,
  asked: URLSearchParams,
): AuditReportInput | SchemeReportInput | BadChoice {
  const strange = [...asked.keys()].find((key) => !KNOWN.includes(key));
  if (strange !== undefined)
    return new BadChoice(`"${strange}" cannot be asked here; what can be: ${KNOWN.join(', ')}.`);
  const roles = asked.get('roles')?.toUpperCase() ?? null;
  if (roles !== null && roles !== 'COLUMNS' && roles !== 'ROWS')
    return new BadChoice(`roles is columns or rows, not "${asked.get('roles')}".`);
  const name = asked.get('name')?.slice(0, LONGEST_NAME) ?? null;
  const chart: Pick<SchemeReportInput, 'bytes' | 'name' | 'reading'> = {
    bytes,
    name,
    reading: { sheet: asked.get('sheet'), roles },
  };
  const [named, own] = [asked.get('scheme'), asked.get('own-scheme')];
  if (named !== null || own !== null) return ofScheme(chart, asked, named, own);
  const [activities, holders] = [settledIn(asked, 'match'), settledIn(asked, 'match-role')];
  if (activities instanceof BadChoice) return activities;
  if (holders instanceof BadChoice) return holders;
  const stream = asked.get('stream');
  if (stream === null && activities.length + holders.length > 0)
    return new BadChoice('match and match-role settle names against a stream: name it with stream.');
  const settings = settingsIn(asked);
  if (settings instanceof BadChoice) return settings;
  return { ...chart, settings, stream, settled: { activities, roles: holders } };
}

/** A scheme is held to by itself: a stream gives R, A, C and I, and the thresholds are of RACI. */
function ofScheme(
  chart: Pick<SchemeReportInput, 'bytes' | 'name' | 'reading'>,
  asked: URLSearchParams,
  named: string | null,
  own: string | null,
): SchemeReportInput | BadChoice {
  const beside = [...asked.keys()].find((key) => !OF_A_SCHEME.includes(key));
  if (beside !== undefined)
    return new BadChoice(`A scheme is held to by itself: leave "${beside}" out, or the scheme.`);
  const chosen = chosenScheme(named, own, 'own-scheme');
  return 'complaint' in chosen ? new BadChoice(chosen.complaint) : { ...chart, scheme: chosen.scheme };
}

function settledIn(asked: URLSearchParams, key: string): readonly SettledMatch[] | BadChoice {
  const settled: SettledMatch[] = [];
  for (const text of asked.getAll(key)) {
    const at = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(0, at)).trim();
    if (name === '') return new BadChoice(`${key} is NAME=NAME, such as Quote=Price the job, not "${text}".`);
    settled.push({ name, to: text.slice(at + 1).trim() || null });
  }
  return settled;
}

function settingsIn(asked: URLSearchParams): AuditSettings | BadChoice {
  const told: Partial<Record<(typeof THRESHOLDS)[keyof typeof THRESHOLDS], number>> = {};
  for (const [word, name] of Object.entries(THRESHOLDS)) {
    const text = asked.get(word);
    if (text === null) continue;
    if (!/^\d{1,6}$/.test(text)) return new BadChoice(`${word} is a whole number, not "${text}".`);
    told[name] = Number(text);
  }
  const implied = asked.get('accountable-is-responsible');
  if (implied !== null && !['', 'true', 'false'].includes(implied))
    return new BadChoice(`accountable-is-responsible is true or false, not "${implied}".`);
  const accountableImpliesResponsible = implied !== null && implied !== 'false';
  return { ...DEFAULT_AUDIT_SETTINGS, ...told, accountableImpliesResponsible };
}
