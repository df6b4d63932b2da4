/** What the functions of a test have done, in order. */
export class Notes {
  readonly all: string[] = [];

  /** Notes a deed and returns it, so that it can be a step's result. */
  add = (deed: string) => {
    this.all.push(deed);
    return deed;
  };

  of = (start: string) => this.all.filter((deed) => deed.startsWith(start));
}
