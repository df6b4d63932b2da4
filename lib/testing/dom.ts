import { configure } from "@testing-library/react";

// A guard against waiting for ever; machines that run the tests may be busy.
configure({ asyncUtilTimeout: 30_000 });
