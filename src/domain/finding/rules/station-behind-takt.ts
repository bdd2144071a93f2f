import type { StationFigures } from '../../metrics/index.js';
import { listNames, nameStep } from '../../responsibility/index.js';
import { formatDuration, formatNumber, formatPercent, type Calendar } from '../../shared/index.js';
import type { FindingRule } from '../finding-rule.js';

/** A step keeps up with what comes, its stoppages and changeovers included. */
export const stationBehindTakt: FindingRule = {
  code: 'STATION_BEHIND_TAKT',
  severity: 'WARNING',
  norm: 'A step keeps up with what comes, with its stoppages and changeovers as well.',
  check: ({ stream, metrics }) => {
    const steps = new Map(stream.steps.map((step) => [step.key, step]));
    return metrics.stations.stations.flatMap((station) => {
      const step = steps.get(station.step);
      if (!step || station.behindTakt !== true) return [];
      return [
        {
          message: `${nameStep(step)} ${tell(station, stream.calendar)} ${remedy(station, stream.calendar)}`,
          steps: [step.key],
        },
      ];
    });
  },
};

function tell(
  { cycleTime, cycleWithChangeovers, takt, againstTakt }: StationFigures,
  calendar: Calendar,
): string {
  const say = (seconds: number | null) => formatDuration(seconds ?? 0, calendar);
  const isSame = cycleTime.value === cycleWithChangeovers.value;
  const alone = isSame ? '' : ` (${say(cycleTime.value)} without)`;
  const behind = formatPercent((againstTakt.value ?? 1) - 1);
  return `takes ${say(cycleWithChangeovers.value)} for one unit with its stoppages and changeovers${alone}, and one comes every ${say(takt.value)}: ${behind} too slow, so work piles up in front of it.`;
}

/** What alone would let it keep up, as far as it can be reckoned. */
function remedy({ leastBatch, longestChangeover, leastUptime }: StationFigures, calendar: Calendar): string {
  const [changeover, uptime] = [longestChangeover.value, leastUptime.value];
  const ways = [
    ...(leastBatch.value === null ? [] : [`batches of at least ${formatNumber(leastBatch.value)} pieces`]),
    ...(changeover === null
      ? []
      : [`a changeover of at most ${formatDuration(roundedDown(changeover), calendar)}`]),
    ...(uptime === null
      ? []
      : [`an uptime of at least ${formatPercent(Math.ceil(uptime * 1000 - 1e-6) / 1000)}`]),
  ];
  if (ways.length === 0)
    return 'Less stopping or changing over alone would not do: shorten its work, or set up a second one beside it.';
  return `What would put it right, each alone: ${listNames(ways, 'or')}; else shorten its work, or set up a second one beside it.`;
}

/** Down to what is printed, so that what people read does put it right. */
function roundedDown(seconds: number): number {
  const part = seconds >= 3600 ? 60 : 1;
  return seconds < 60 ? seconds : Math.floor(seconds / part + 1e-6) * part;
}
