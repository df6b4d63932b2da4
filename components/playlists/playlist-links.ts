import type { Route } from "next";

export const plansPage = "/playlists/plans" as Route;

export const planPage = (id: string) => `/playlists/plans/${id}` as Route;

export const playlistPage = (id: string) => `/library/playlists/${encodeURIComponent(id)}` as Route;
