/** What is looked at before something is published for good. */
export interface Release {
  /** The tag that somebody has pushed. */
  readonly tag: string;
  /** The text of package.json. */
  readonly manifest: string;
  /** The text of CHANGELOG.md. */
  readonly changelog: string;
  /** Other pages that people get or copy from, by their names. */
  readonly pages: Readonly<Record<string, string>>;
}

/** What still has to be done before a release, in words. Nothing, if it can be made. */
export function releaseFaults({ tag, manifest, changelog, pages }: Release): readonly string[] {
  const { version, repository } = JSON.parse(manifest);
  const url: unknown = typeof repository === 'object' && repository !== null ? repository.url : repository;
  const title = /^## (.+)$/m.exec(changelog)?.[1] ?? '';
  return [
    ...(tag === `release-${version}` ? [] : [`The tag is ${tag}, and package.json says ${version}`]),
    ...(new RegExp(`^${version}, \\d{4}-\\d{2}-\\d{2}$`).test(title)
      ? []
      : [`CHANGELOG.md has “${title}” on top, and not ${version} with its day, as in “${version}, 2026-11-21”`]),
    ...(typeof url === 'string' && /^(?:git\+)?https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(url)
      ? []
      : ['package.json does not say in “repository” where the project is on GitHub']),
    ...Object.entries(pages).flatMap(([name, text]) =>
      text.includes('OWNER/milepost') ? [`${name} says OWNER/milepost, and not whose it is`] : [],
    ),
  ];
}

/** What the changelog says of its newest version. */
export function newestNotes(changelog: string): string {
  return `${(/^## .+\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog)?.[1] ?? '').trim()}\n`;
}
