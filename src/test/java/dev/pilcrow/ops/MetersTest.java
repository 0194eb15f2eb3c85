package dev.pilcrow.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.inbox.Finished;
import dev.pilcrow.inbox.Finished.Kind;
import dev.pilcrow.inbox.Journal;
import dev.pilcrow.inbox.Outcome;
import dev.pilcrow.inbox.Stage;
import dev.pilcrow.limits.Limit;
import dev.pilcrow.model.CallJournal;
import dev.pilcrow.search.CacheFigures;
import dev.pilcrow.standin.HandClock;
import dev.pilcrow.store.Backlog;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetersTest {

    private static final String QUIET = "platform=\"quiet\"";

    private final QuietPlatform platform = new QuietPlatform();
    private final Meters meters = new Meters("1.2.3");
    private final Journal questions = meters.questions(List.of(platform));
    private final HandClock clock = new HandClock();

    @AfterEach
    void close() {
        meters.close();
    }

    @Test
    void everyLineIsAsPrometheusReadsIt() {
        meters.model(Optional.of(new Price(1, 2)));
        meters.watchBacklog(() -> new Backlog(3, Optional.of(clock.instant())), clock);
        meters.watchCaches(() -> List.of(new CacheFigures("answers", 5, 4, 3, 2)));
        meters.watchClaims(() -> Map.of("kept", 1L));
        Exposition page = page();
        assertThat(page.types()).containsEntry("pilcrow_questions_total", "counter")
                .containsEntry("pilcrow_stage_seconds", "histogram")
                .containsEntry("pilcrow_question_seconds", "histogram")
                .containsEntry("pilcrow_storing_seconds", "histogram")
                .containsEntry("pilcrow_model_call_seconds", "histogram")
                .containsEntry("pilcrow_inbox_open", "gauge").containsEntry("pilcrow_inbox_oldest_seconds", "gauge")
                .containsKeys("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_files_open_files",
                        "process_uptime_seconds", "process_start_time_seconds");
        assertThat(page.value("pilcrow_build_info", "java=\"" + Runtime.version() + "\"", "version=\"1.2.3\""))
                .isEqualTo(1);
    }

    @Test
    void onlyTheOperatorReadsThem() {
        assertThat(meters.page().path()).isEqualTo("/metrics");
        assertThat(meters.page().access()).isEqualTo(Page.Access.OPERATOR);
    }

    @Test
    void countsQuestionsByWhatBecameOfThemAndHowLongTheyTook() {
        questions.finished(finished("room", Kind.QUESTION, Outcome.ANSWERED));
        questions.finished(finished("room", Kind.OFFERED, Outcome.ANSWERED));
        questions.finished(finished("room", Kind.QUESTION, Outcome.DECLINED));
        questions.finished(finished("room", Kind.EVENT, Outcome.TOLD));
        Exposition page = page();
        assertThat(page.value("pilcrow_questions_total", "outcome=\"answered\"", QUIET)).isEqualTo(2);
        assertThat(page.value("pilcrow_questions_total", "outcome=\"declined\"", QUIET)).isEqualTo(1);
        assertThat(page.value("pilcrow_questions_total", "outcome=\"told\"", QUIET)).isZero();
        assertThat(page.value("pilcrow_events_total", "outcome=\"told\"", QUIET)).isEqualTo(1);
        assertThat(page.value("pilcrow_question_seconds_count", QUIET)).isEqualTo(3);
        assertThat(page.value("pilcrow_question_seconds_sum", QUIET)).isEqualTo(3 * 0.9);
        assertThat(page.value("pilcrow_stage_seconds_bucket", QUIET, "stage=\"answer\"", "le=\"0.25\"")).isZero();
        assertThat(page.value("pilcrow_stage_seconds_bucket", QUIET, "stage=\"answer\"", "le=\"0.5\"")).isEqualTo(3);
        assertThat(page.value("pilcrow_stage_seconds_count", QUIET, "stage=\"waiting\"")).isZero();
    }

    @Test
    void whatIsIgnoredIsCountedAndTakesNoTime() {
        questions.finished(finished("room", Kind.OVERHEARD, Outcome.IGNORED));
        assertThat(page().value("pilcrow_questions_total", "outcome=\"ignored\"", QUIET)).isEqualTo(1);
        assertThat(page().value("pilcrow_question_seconds_count", QUIET)).isZero();
    }

    @Test
    void countsWhatIsHandedOverAndWhatIsTooMuch() {
        questions.stored("quiet", 5, 3, Duration.ofMillis(20));
        questions.limited("quiet", Limit.PERSON_A_DAY);
        questions.stored("unknown", 1, 1, Duration.ZERO);
        questions.limited("unknown", Limit.ALL);
        Exposition page = page();
        assertThat(page.value("pilcrow_updates_received_total", QUIET)).isEqualTo(5);
        assertThat(page.value("pilcrow_updates_duplicate_total", QUIET)).isEqualTo(2);
        assertThat(page.value("pilcrow_storing_seconds_sum", QUIET)).isEqualTo(0.02);
        assertThat(page.value("pilcrow_limits_refused_total", "limit=\"person_a_day\"", QUIET)).isEqualTo(1);
        assertThat(page.labelValues()).doesNotContain("unknown");
    }

    @Test
    void aThousandPeopleInTwoHundredChatsMakeNoMoreSeriesThanOne() {
        questions.finished(finished("quiet/bot/4711", Kind.QUESTION, Outcome.ANSWERED));
        questions.stored("quiet", 1, 1, Duration.ofMillis(1));
        Set<String> one = page().series();
        for (int person = 0; person < 1000; person++) {
            String chat = "quiet/bot/" + person % 200;
            questions.stored("quiet", 1, 1, Duration.ofMillis(person));
            questions.finished(finished(chat, Kind.values()[person % Kind.values().length],
                    Outcome.values()[person % Outcome.values().length]));
            questions.limited("quiet", Limit.values()[person % Limit.values().length]);
        }
        assertThat(page().series()).isEqualTo(one);
        assertThat(page().value("pilcrow_updates_received_total", QUIET)).isEqualTo(1001);
        assertThat(page().labelValues()).noneMatch(value -> value.contains("bot/") || value.contains("4711"));
    }

    @Test
    void countsHowOftenAPlatformWantsToBeSpared() {
        assertThat(page().value("pilcrow_platform_pauses_total", QUIET)).isZero();
        platform.pauses().add(Duration.ofMillis(2500));
        System.gc();
        assertThat(page().value("pilcrow_platform_pauses_total", QUIET)).isEqualTo(1);
        assertThat(page().value("pilcrow_platform_pause_seconds_total", QUIET)).isEqualTo(2.5);
    }

    @Test
    void showsWhatCachesHaveDone() {
        AtomicInteger hits = new AtomicInteger(5);
        meters.watchCaches(() -> List.of(new CacheFigures("answers", hits.get(), 4, 3, 2)));
        System.gc();
        hits.set(7);
        assertThat(page().value("pilcrow_cache_requests_total", "cache=\"answers\"", "result=\"hit\"")).isEqualTo(7);
        assertThat(page().value("pilcrow_cache_requests_total", "cache=\"answers\"", "result=\"miss\"")).isEqualTo(4);
        assertThat(page().value("pilcrow_cache_evictions_total", "cache=\"answers\"")).isEqualTo(3);
        assertThat(page().value("pilcrow_cache_entries", "cache=\"answers\"")).isEqualTo(2);
    }

    @Test
    void addsUpWhatTheModelCosts() {
        CallJournal model = meters.model(Optional.of(new Price(0.27, 1.10)));
        model.used(1_000_000, 500_000);
        model.used(100, 0);
        model.ended("whole", Duration.ofSeconds(2));
        model.ended("busy", Duration.ofMillis(10));
        Exposition page = page();
        assertThat(page.value("pilcrow_model_tokens_total", "direction=\"in\"")).isEqualTo(1_000_100);
        assertThat(page.value("pilcrow_model_tokens_total", "direction=\"out\"")).isEqualTo(500_000);
        assertThat(page.value("pilcrow_model_cost_total")).isCloseTo(0.820027, within(1e-9));
        assertThat(page.value("pilcrow_model_calls_total", "end=\"whole\"")).isEqualTo(1);
        assertThat(page.value("pilcrow_model_calls_total", "end=\"busy\"")).isEqualTo(1);
        assertThat(page.value("pilcrow_model_calls_total", "end=\"timeout\"")).isZero();
        assertThat(page.value("pilcrow_model_call_seconds_sum")).isEqualTo(2.01);
    }

    @Test
    void withoutAPriceThereIsNoCost() {
        meters.model(Optional.empty()).used(1, 1);
        assertThat(page().series()).doesNotContain("pilcrow_model_cost_total")
                .contains("pilcrow_model_tokens_total{direction=\"in\"}");
    }

    @Test
    void theInboxIsLookedAtOnceASecond() {
        AtomicInteger looks = new AtomicInteger();
        meters.watchBacklog(() -> new Backlog(looks.incrementAndGet(), Optional.of(clock.instant())), clock);
        assertThat(page().value("pilcrow_inbox_open")).isEqualTo(1);
        assertThat(page().value("pilcrow_inbox_open")).isEqualTo(1);
        clock.forward(Duration.ofMillis(900));
        assertThat(page().value("pilcrow_inbox_oldest_seconds")).isEqualTo(0.9);
        clock.forward(Duration.ofMillis(100));
        assertThat(page().value("pilcrow_inbox_open")).isEqualTo(2);
        assertThat(page().value("pilcrow_store_up")).isEqualTo(1);
    }

    @Test
    void anEmptyInboxHasNoOldest() {
        meters.watchBacklog(() -> new Backlog(0, Optional.empty()), clock);
        assertThat(page().value("pilcrow_inbox_oldest_seconds")).isZero();
    }

    @Test
    void aStoreThatFailsFailsNoPage() {
        meters.watchBacklog(() -> {
            throw new IllegalStateException("away");
        }, clock);
        Exposition page = page();
        assertThat(page.value("pilcrow_store_up")).isZero();
        assertThat(page.value("pilcrow_inbox_open")).isNaN();
        assertThat(page.value("pilcrow_updates_received_total", QUIET)).isZero();
    }

    @Test
    void aStoreThatHangsIsWaitedForOnceAndShortly() {
        CountDownLatch hangs = new CountDownLatch(1);
        meters.watchBacklog(() -> {
            try {
                hangs.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return new Backlog(9, Optional.empty());
        }, clock);
        long begun = System.nanoTime();
        assertThat(page().value("pilcrow_store_up")).isZero();
        assertThat(page().value("pilcrow_inbox_open")).isNaN();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("not three times the patience, nor six")
                .isLessThan(Duration.ofMillis(1400));
        hangs.countDown();
        clock.forward(Duration.ofSeconds(2));
        await().until(() -> page().value("pilcrow_store_up") == 1);
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "1,-0.5", "NaN,1", "1,1e9"})
    void aPriceIsAnAmount(double in, double out) {
        assertThatThrownBy(() -> new Price(in, out)).isInstanceOf(IllegalArgumentException.class);
    }

    private Exposition page() {
        return Exposition
                .of(meters.page().source().read(new Visit(Map.of(), Map.of(), List.of())).orElseThrow().body());
    }

    private static Finished finished(String conversation, Kind kind, Outcome outcome) {
        return new Finished(7, "quiet", conversation, kind, outcome, 1, 5L, "extractive",
                Map.of(Stage.ANSWER, Duration.ofMillis(300)), Duration.ofMillis(900));
    }
}
