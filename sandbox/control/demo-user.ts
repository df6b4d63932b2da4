import type { Context as Http } from "hono";
import type { Context } from "../context";
import { live } from "../listener/live";
import { type DemoUser, demoUser } from "../state/demo-users";
import { ControlError } from "./bodies";

/** The user a control names, having lived up to now. */
export function userIn(context: Context, http: Http): DemoUser {
  const id = http.req.param("user") ?? "";
  const user = demoUser(id);
  if (!user) throw new ControlError(404, `There is no demo user "${id}".`);
  live(context, user.id);
  return user;
}
