package dev.pilcrow.model;

/// Chat completions of OpenAI: server-sent events without names, the last of which is `[DONE]`.
///
/// @param number tells the answers of a server apart
record OpenAiForm(Asked asked, int number) implements WireForm {

    @Override
    public String streamType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public String opening() {
        return choice("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null");
    }

    @Override
    public String piece(String text) {
        return choice("{\"content\":%s}".formatted(WireForm.quoted(text)), "null");
    }

    @Override
    public String closing(String said) {
        boolean counted = asked.body().path("stream_options").path("include_usage").asBoolean();
        String usage = counted ? chunk("\"choices\":[],\"usage\":" + usage(said)) : "";
        return choice("{}", "\"stop\"") + usage + event("[DONE]");
    }

    @Override
    public String event(String json) {
        return "data: " + json + "\n\n";
    }

    @Override
    public String whole(String text, boolean finished) {
        return """
                {"id":"chatcmpl-%d","object":"chat.completion","created":%d,"model":%s,"choices":[{"index":0,\
                "message":{"role":"assistant","content":%s,"refusal":null},"logprobs":null,"finish_reason":%s}],\
                "usage":%s}""".formatted(number, now(), WireForm.quoted(asked.model()), WireForm.quoted(text),
                finished ? "\"stop\"" : "null", usage(text));
    }

    private String choice(String delta, String finishReason) {
        return chunk("\"choices\":[{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}]".formatted(delta,
                finishReason));
    }

    private String chunk(String fields) {
        return event("{\"id\":\"chatcmpl-%d\",\"object\":\"chat.completion.chunk\",\"created\":%d,\"model\":%s,%s}"
                .formatted(number, now(), WireForm.quoted(asked.model()), fields));
    }

    private String usage(String said) {
        int prompt = WireForm.tokens(asked.text());
        int completion = WireForm.tokens(said);
        return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}".formatted(prompt, completion,
                prompt + completion);
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }
}
