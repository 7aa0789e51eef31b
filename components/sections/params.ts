import {
  paramsOf,
  type Extension,
  type ParamSpec,
  type ParamValue,
} from "@/lib/butane";

type Params = Readonly<Record<string, ParamValue>>;

export function paramValue(
  extension: Extension,
  params: Params,
  key: string,
): ParamValue | undefined {
  return params[key] ?? extension.params[key]?.default;
}

/** Parameters in sight: those whose condition holds. */
export function visibleParams(
  extension: Extension,
  params: Params,
): [string, ParamSpec][] {
  return Object.entries(extension.params).filter(([, spec]) =>
    holds(spec.when, extension, params),
  );
}

/** Whether the node needs this parameter to do its work. */
export function isRequired(
  spec: ParamSpec,
  extension: Extension,
  params: Params,
): boolean {
  if (spec.required === undefined) return false;
  return (
    spec.required === true || spec.required(paramsOf(extension, { params }))
  );
}

function holds(
  condition: { key: string; is: readonly (string | boolean)[] } | undefined,
  extension: Extension,
  params: Params,
): boolean {
  if (!condition) return true;
  return condition.is.includes(
    paramValue(extension, params, condition.key) as string | boolean,
  );
}

/** The parameters with one of them changed; what equals its default is not kept. */
export function withParam(
  extension: Extension,
  params: Params,
  key: string,
  value: ParamValue,
): Params {
  const { [key]: _, ...others } = params;
  const same =
    JSON.stringify(value) === JSON.stringify(extension.params[key]?.default);
  return same ? others : { ...params, [key]: value };
}
