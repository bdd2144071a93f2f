import type { Role } from './role.js';
import type { SettledLimits } from './settle-limits.js';
import type { DesignGround } from './structure-ground.js';

/**
 * Tells whether a proposal still rests on the same ground: equal for equal steps, flow, demands, loads and limits,
 * wherever they stand on the napkin. Two 32-bit FNV-1a sums, in hexadecimal.
 */
export function fingerprintOf(ground: DesignGround, limits: SettledLimits): string {
  const { stream, metrics, demands, catalogue } = ground;
  const sum = new Sum();
  // How teams are formed changes neither roles nor their bounds, and a proposal knows its goals.
  const { teams: _, goals: __, relax: ___, leastTeamSize: ____, ...ofRoles } = limits;
  sum.add([ofRoles, stream.calendar.paidHoursPerWeek, stream.demandPerWeek, stream.together, stream.apart]);
  sum.add(
    catalogue.families.map(({ key, goesWith, checks }) => [key, goesWith, ...(checks ? ['checks'] : [])]),
  );
  for (const { key, performers, people, force, checks, approves } of stream.steps) {
    sum.add([key, performers, people, force, checks, approves, metrics.steps.get(key)?.loadPerWeek.value]);
  }
  for (const { from, to, perUnit } of metrics.transfers) sum.add([from, to, perUnit]);
  for (const { step, capability, hoursPerWeek } of demands) {
    sum.add([step, capability.key, capability.family, capability.licence, hoursPerWeek.value]);
  }
  return sum.text();
}

/** A short name for a division of the work into roles on that ground: equal where both are. */
export function fingerprintOfRoles(restsOn: string, roles: readonly Pick<Role, 'demands'>[]): string {
  const sum = new Sum();
  sum.add([restsOn, roles.map(({ demands }) => demands.map(({ step, capability }) => [step, capability]))]);
  return sum.text();
}

class Sum {
  private low = 0x811c9dc5;
  private high = 0x01234567;

  add(parts: unknown): void {
    const text = JSON.stringify(parts);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      this.low = Math.imul(this.low ^ code, 0x01000193);
      this.high = Math.imul(this.high ^ code ^ (this.low >>> 16), 0x01000193);
    }
  }

  text(): string {
    return [this.high, this.low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
  }
}
