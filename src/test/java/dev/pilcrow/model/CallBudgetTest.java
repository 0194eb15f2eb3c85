package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallBudgetTest {

    @Test
    void aQuestionMayCostTwoCallsAndOneToRepair() {
        CallBudget calls = new CallBudget();
        assertThat(calls.take()).isTrue();
        assertThat(calls.takeRepair()).isTrue();
        assertThat(calls.take()).isTrue();
        assertThat(calls.take()).isFalse();
        assertThat(calls.takeRepair()).isFalse();
    }
}
