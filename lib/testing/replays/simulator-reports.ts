/**
 * Reports as simulators write them, member by member as their models declare them: `TestReport.model_dump_json()`.
 * Made from the models' sources, not by running them; the words are ours.
 */

const ada = {
  persona: { name: "Ada", age: 41, communication_style: "brief", orders: ["W1", "W2"] },
  situation: "Her refund of order W1 never came.",
  outcome: "A date by which the refund is paid.",
};
const ben = {
  persona: { name: "Ben", age: 29, communication_style: "angry" },
  situation: "His line has been dead since Monday.",
  outcome: "A technician is booked.",
};
const noAudio = {
  audio_input_path: null,
  audio_output_path: null,
  audio_combined_path: null,
};

/** simulate-sdk 0.1.3, LiveKitEngine: the transcript is the simulated customer's session, so `assistant` is Ada. */
export const firstLiveKitReport = {
  results: [
    {
      persona: ada,
      transcript: [
        "assistant: Hi, I'm Ada. Her refund of order W1 never came.",
        "user: I am sorry. Two things:",
        "1. It was sent on Friday.",
        "Note: banks take three days.",
        "assistant: Thanks, that's all. Goodbye.",
      ].join("\n"),
      evaluation: {
        task_completion: { output: ["Passed"], reason: "A date was given.", score: null },
        is_helpful: { output: 0.75, reason: null, score: null },
        tone: { error: "timeout" },
      },
      ...noAudio,
      audio_combined_path: "recordings/room-Ada.wav",
    },
    {
      persona: ben,
      transcript: "Error: could not connect to room",
      evaluation: null,
      ...noAudio,
    },
  ],
};

const moreMembers = { tool_calls: [], artifacts: [], events: [] };

/** simulate-sdk, LocalTextEngine: roles as the agent under test has them, with tools. */
export const localTextReport = {
  results: [
    {
      persona: ada,
      transcript:
        "User: My name is Ada.\nAgent: One moment.\nTool: paid\nAgent: It is paid on Friday.",
      messages: [
        { role: "user", content: "My name is Ada. Her refund of order W1 never came." },
        {
          role: "assistant",
          content: "One moment.",
          tool_calls: [
            {
              id: "c1",
              type: "function",
              function: { name: "get_refund", arguments: '{"id":"W1"}' },
            },
          ],
        },
        { role: "tool", tool_call_id: "c1", content: "paid" },
        { role: "assistant", content: "It is paid on Friday." },
      ],
      ...moreMembers,
      metadata: {
        engine: "local_text",
        modality: "text",
        scenario_name: "refund",
        thread_id: "refund-0",
        turn_count: 2,
        stop_reason: "outcome_satisfied",
        duration_ms: 12,
      },
      evaluation: null,
      ...noAudio,
    },
  ],
};

/** agent-learning-kit, LiveKitEngine: it puts roles right itself, has times, and says why a case failed. */
export const secondLiveKitReport = {
  results: [
    {
      persona: ben,
      transcript: "user: Hello.\nassistant: I have booked a technician.",
      messages: [
        {
          role: "user",
          content: "Hello.",
          created_at: 1795150332.5,
          started_speaking_at: 1795150332.25,
          stopped_speaking_at: 1795150333,
        },
        {
          role: "assistant",
          content: "I have booked a technician.",
          created_at: 1795150336,
          started_speaking_at: 1795150335.5,
          stopped_speaking_at: 1795150338,
        },
      ],
      ...moreMembers,
      metadata: { engine: "livekit", run_id: "r1", test_case_id: "t1", status: "completed" },
      evaluation: null,
      ...noAudio,
    },
    {
      persona: ada,
      transcript: "",
      messages: [],
      ...moreMembers,
      metadata: {
        engine: "livekit",
        run_id: "r1",
        test_case_id: "t2",
        status: "failed",
        failure: {
          stage: "running",
          code: "case_execution_error",
          message: "TimeoutError: no audio",
          retryable: false,
        },
      },
      evaluation: null,
      ...noAudio,
    },
  ],
};

/** A scenario of simulate-sdk with its dataset. */
export const refundScenario = {
  name: "refund",
  description: "Refunds that are late.",
  dataset: [ada, ben],
};
