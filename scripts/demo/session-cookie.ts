/** The cookie that makes a browser signed in on the site. */
const NAME = 'paramant_user_session';

/** Whether a `Set-Cookie` header begins a session. One that empties or expires the cookie ends it. */
export function startsSession(setCookie: string, nowMs: number): boolean {
  const [pair = '', ...attributes] = setCookie.split(';').map(part => part.trim());
  if (!pair.startsWith(`${NAME}=`) || pair.length === NAME.length + 1) return false;
  const read = (name: string) =>
    attributes.find(attribute => attribute.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
  const maxAge = read('max-age');
  if (maxAge !== undefined) return Number(maxAge) > 0;
  const expires = read('expires');
  return expires === undefined || Date.parse(expires) > nowMs;
}
