/** Titles of one thing that somebody does all day, each with what people are called who do that among other things. */
const BROADER: ReadonlyMap<string, string> = new Map([
  ['Surgeon', 'Doctor'],
  ['Loader', 'General Worker'],
  ['Metal Solderer', 'Metalworker'],
  ['Quality Inspector', 'General Worker'],
  ['Security Guard', 'Caretaker'],
  ['Vehicle Preparer', 'Caretaker'],
  ['Cleaner', 'Caretaker'],
  ['Cashier', 'Office Administrator'],
  ['Payroll Clerk', 'Finance Administrator'],
  ['Credit Controller', 'Finance Administrator'],
  ['Billing Clerk', 'Office Administrator'],
  ['Order Clerk', 'Customer Service Representative'],
]);

/** Whether a title is that of one narrow thing. */
export function isNarrow(title: string): boolean {
  return BROADER.has(title);
}

/** What people are called who do what a narrow title says among other things; the title itself where it is not narrow. */
export function broaderThan(title: string): string {
  return BROADER.get(title) ?? title;
}
