/** Numbers that look random and are the same in every run of the same seed: whole ones from 0 up to below most. */
export function seeded(seed: number): (most: number) => number {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * most);
  };
}
